import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { eolOf, indentOf, semicolonOf } from './style.js';

/** A loop without a counter of its own. */
export type UncountedLoop = TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement;

/**
 * Gives a loop a counter: `while (x)` becomes `for (let attempt = 1; x; attempt += 1)`; a `do` loop gets its counter before it
 * and counts in its body, see `countIn`.
 *
 * @param counter a name that is free there.
 */
export function countedHead(fixer: TSESLint.RuleFixer, source: SourceCode, loop: UncountedLoop, counter: string): TSESLint.RuleFix {
  if (loop.type === 'DoWhileStatement') return fixer.insertTextBefore(loop, `let ${counter} = 0${semicolonOf(source)}${eolOf(source)}${indentOf(source, loop)}`);
  const test = loop.test && !isTrue(loop.test) ? ` ${source.getText(loop.test)}` : '';
  const close = source.getTokenBefore(loop.body)!;
  return fixer.replaceTextRange([loop.range[0], close.range[1]], `for (let ${counter} = 1;${test}; ${counter} += 1)`);
}

/** The number of the round, for the first use of it in the loop's body. */
export function countIn(loop: TSESTree.Node, counter: string): string {
  return loop.type === 'DoWhileStatement' ? `++${counter}` : counter;
}

function isTrue(test: TSESTree.Node): boolean {
  return test.type === 'Literal' && Boolean(test.value);
}
