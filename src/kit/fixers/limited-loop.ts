import type { TSESLint } from '@typescript-eslint/utils';
import type { AwaitLoop } from '../../analysis/independent-loops.js';
import type { SourceCode } from '../../analysis/service.js';
import { addImport } from './add-import.js';
import { freshName } from './fresh-name.js';
import { loopToPromiseAll } from './loop-to-promise-all.js';
import { attachedStart } from './statements.js';
import { eolOf, indentOf, semicolonOf } from './style.js';

/**
 * Runs the iterations of an independent loop together, a few at a time: as `loopToPromiseAll`, with
 * `const limit = pLimit(5);` above it.
 *
 * @param module package whose default export makes the limiting function.
 * @param atOnce how many may run at once.
 */
export function limitedLoop(fixer: TSESLint.RuleFixer, source: SourceCode, found: AwaitLoop, module: string, atOnce: number): TSESLint.RuleFix[] | null {
  const { loop } = found;
  const listed = loop.parent.type === 'BlockStatement' || loop.parent.type === 'Program' || loop.parent.type === 'StaticBlock';
  if (!listed) return null;
  const limiter = freshName(source, ['limit', 'limitCalls'], { scope: source.getScope(loop.parent), usedAt: [loop.body] });
  const rewritten = loopToPromiseAll(fixer, source, found, limiter);
  if (!rewritten) return null;
  const make = addImport(fixer, source, { module, name: 'default', usedAt: [loop] });
  const start = attachedStart(source, loop);
  const declaration = `const ${limiter} = ${make.text}(${atOnce})${semicolonOf(source)}${eolOf(source)}${indentOf(source, loop)}`;
  return [...make.fixes, fixer.insertTextBeforeRange([start, start], declaration), ...rewritten];
}
