import type { EndlessLoop } from '../../analysis/agents/agent-loops.js';
import type { SourceCode } from '../../analysis/service.js';
import type { Fix } from '../rule.js';
import { prependStatement } from './backoff-wait.js';
import { countedHead, countIn } from './counted-head.js';
import { freshName } from './fresh-name.js';
import { quoted, semicolonOf } from './style.js';

/**
 * Counts the rounds of a loop without a counter and throws when there are too many.
 *
 * @param rounds the most rounds.
 * @returns `undefined` where the body is no block, or a `for` has a head of its own.
 */
export function countedLoop(source: SourceCode, loop: EndlessLoop, rounds: number): Fix | undefined {
  const { body } = loop;
  if (body.type !== 'BlockStatement' || (loop.type === 'ForStatement' && (loop.init ?? loop.update))) return undefined;
  if (loop.type === 'DoWhileStatement' && loop.parent.type !== 'BlockStatement' && loop.parent.type !== 'Program') return undefined;
  return (fixer) => {
    const step = freshName(source, ['step', 'round'], { scope: source.getScope(body), usedAt: [loop] });
    const guard = `if (${countIn(loop, step)} > ${rounds}) throw new Error(${quoted(source, `No end after ${rounds} steps.`)})${semicolonOf(source)}`;
    return [countedHead(fixer, source, loop, step), prependStatement(fixer, source, body, guard)];
  };
}
