import type { TSESTree } from '@typescript-eslint/utils';
import type { Repetition } from '../../analysis/retry-loops.js';
import type { SourceCode } from '../../analysis/service.js';
import { contains, isFunction, walk } from '../../analysis/syntax.js';
import type { Fix } from '../rule.js';
import { backoffWait } from './backoff-wait.js';

/**
 * Makes the wait of a `for` loop that counts its tries grow: doubles a constant one from try to try, or writes one where
 * the loop goes round after a failure. `undefined` where the count of tries, or the place, cannot be seen.
 */
export function growingWait(source: SourceCode, one: Repetition): Fix | undefined {
  const { node, handler, delay } = one;
  const exponent = node.type === 'ForStatement' ? exponentOf(node) : undefined;
  if (exponent === undefined || handler.type !== 'CatchClause') return undefined;
  if (delay.growth === 'constant') return delay.amount && contains(node, delay.amount) ? (fixer) => backoffWait(fixer, source, one, exponent) : undefined;
  const place = placeOf(source, handler);
  return place && ((fixer) => backoffWait(fixer, source, one, exponent, place === 'end' ? undefined : place));
}

/** The number of waits so far, as source text: `i` of a loop that counts from 0, `(attempt - 1)` from 1. */
function exponentOf(loop: TSESTree.ForStatement): string | undefined {
  const [declarator] = loop.init?.type === 'VariableDeclaration' ? loop.init.declarations : [];
  const { update } = loop;
  const counts = update?.type === 'UpdateExpression' ? update.operator === '++' : update?.type === 'AssignmentExpression' && update.operator === '+=' && update.right.type === 'Literal' && update.right.value === 1;
  if (!counts || declarator?.id.type !== 'Identifier' || declarator.init?.type !== 'Literal') return undefined;
  if (declarator.init.value === 0) return declarator.id.name;
  return declarator.init.value === 1 ? `(${declarator.id.name} - 1)` : undefined;
}

/** Before the only `continue`, or at the end of a block that gives up by a `throw` of its own before it. */
function placeOf(source: SourceCode, handler: TSESTree.CatchClause): TSESTree.Node | 'end' | undefined {
  const nodes = [...walk(handler.body, source.visitorKeys, isFunction)];
  const continues = nodes.filter((node) => node.type === 'ContinueStatement');
  const last = handler.body.body.at(-1);
  if (continues.length > 0) return continues.length === 1 && continues[0]!.parent.type === 'BlockStatement' ? continues[0] : undefined;
  const givesUp = nodes.some((node) => node.type === 'ThrowStatement' || node.type === 'ReturnStatement' || node.type === 'BreakStatement');
  return givesUp && last?.type !== 'ThrowStatement' && last?.type !== 'ReturnStatement' && last?.type !== 'BreakStatement' ? 'end' : undefined;
}
