import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Repetition } from '../../analysis/retry-loops.js';
import type { SourceCode } from '../../analysis/service.js';
import { contains } from '../../analysis/syntax.js';
import { eolOf, indentOf, semicolonOf } from './style.js';

/**
 * Makes the wait between tries grow: a constant one is doubled from try to try and spread by chance; where there is none,
 * one is written at the end of the `catch`, or before its last `continue`.
 *
 * @param exponent source text of the number of waits so far: 0 before the first one.
 * @param before where a new wait goes; by default the end of the block.
 */
export function backoffWait(fixer: TSESLint.RuleFixer, source: SourceCode, { delay, node, handler }: Repetition, exponent: string, before?: TSESTree.Node): TSESLint.RuleFix[] {
  const { amount } = delay;
  if (delay.growth === 'none' && handler.body.type === 'BlockStatement') return [appendStatement(fixer, source, handler.body, waitFor(source, `100 * 2 ** ${exponent} * ${spread}`), before)];
  const inside = contains(node, amount ?? source.ast) || (amount !== undefined && contains(handler, amount));
  if (delay.growth !== 'constant' || !amount || !inside) return [];
  const isAtom = /^(?:Literal|Identifier|MemberExpression|CallExpression|TSNonNullExpression)$/u.test(amount.type) || (amount.type === 'BinaryExpression' && amount.operator === '*');
  const text = source.getText(amount);
  return [fixer.replaceText(amount, `${isAtom ? text : `(${text})`} * 2 ** ${exponent} * ${spread}`)];
}

/** Between half of the wait and all of it: enough to spread callers that failed together. */
const spread = '(0.5 + Math.random() / 2)';

function waitFor(source: SourceCode, amount: string): string {
  return `await new Promise((resolve) => setTimeout(resolve, ${amount}))${semicolonOf(source)}`;
}

/** Writes a statement at the end of a block, before its last `continue` or before the statement `before`. */
export function appendStatement(fixer: TSESLint.RuleFixer, source: SourceCode, block: TSESTree.BlockStatement, statement: string, before?: TSESTree.Node): TSESLint.RuleFix {
  const last = block.body.at(-1);
  const next = before ?? (last?.type === 'ContinueStatement' ? last : undefined);
  if (next) return fixer.insertTextBefore(next, `${statement}${isOnOwnLine(source, next) ? eolOf(source) + indentOf(source, next) : ' '}`);
  if (last) return fixer.insertTextAfter(last, `${isOnOwnLine(source, last) ? eolOf(source) + indentOf(source, last) : ' '}${statement}`);
  return prependStatement(fixer, source, block, statement);
}

/** Writes a statement at the start of a block. */
export function prependStatement(fixer: TSESLint.RuleFixer, source: SourceCode, block: TSESTree.BlockStatement, statement: string): TSESLint.RuleFix {
  const open = source.getFirstToken(block)!;
  const [first] = block.body;
  if (first && isOnOwnLine(source, first)) return fixer.insertTextAfter(open, `${eolOf(source)}${indentOf(source, first)}${statement}`);
  const close = source.getLastToken(block)!;
  // An empty block keeps its comments; on one line it gets a space on both sides.
  return fixer.insertTextAfter(open, ` ${statement}${source.text.slice(open.range[1], close.range[0]) === '' ? ' ' : ''}`);
}

function isOnOwnLine(source: SourceCode, node: TSESTree.Node): boolean {
  return /^[ \t]*$/u.test((source.lines[node.loc.start.line - 1] ?? '').slice(0, node.loc.start.column));
}
