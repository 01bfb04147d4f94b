import type { TSESTree } from '@typescript-eslint/utils';
import { argument } from './arguments.js';
import { constantValue, variableOf } from './calls.js';
import type { Use } from './facts.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, functionName, unwrap } from './syntax.js';
import { valueOf } from './values.js';
import { hasWrittenRows } from './written-rows.js';

/** Characters that are written out for each value put into a text, so that the values are no documents but names, ids and addresses. */
const perValue = 20;

/** Functions that look at the head of an input to learn what it is: `detectDelimiter`, `sniffHeader`, `previewRows`. */
const looksAtHead = /^(?:sniff|detect|guess|peek|preview|sample)(?:[A-Z_]|$)/u;

/**
 * Does a call, whose time depends on the size of its input, work on a text that the code writes out itself, values put in here and
 * there, or stand in a function that by its name only looks at the head of an input? Or does it make so few rounds (of a hash) that
 * they are nothing? That takes microseconds, less than handing it to another thread. So does a workbook whose rows the code writes out.
 * Does not see: texts that are put together by `+` or in other functions, numbers from elsewhere, workbooks filled in other functions or made as an object.
 */
export function hasSmallInput(source: SourceCode, use: Use): boolean {
  if (hasFewRounds(source, use)) return true;
  const { action, args, node } = use;
  const filledBy = action.blocking?.filledBy;
  if (filledBy && args[0] && hasWrittenRows(source, filledBy, args[0], node)) return true;
  const path = action.blocking?.size;
  const given = path === undefined ? undefined : argument(source, args, path);
  return given !== undefined && (isWrittenOut(source, given) || isInLookAtHead(node));
}

function hasFewRounds(source: SourceCode, { action, args }: Use): boolean {
  const rounds = action.blocking?.rounds;
  const given = rounds && argument(source, args, rounds.place);
  const number = given && valueOf(source, given);
  return number?.known === true && typeof number.value === 'number' && number.value < rounds!.least;
}

function isInLookAtHead(node: TSESTree.Node): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (looksAtHead.test(functionName(fn) ?? '')) return true;
  return false;
}

function isWrittenOut(source: SourceCode, node: TSESTree.Node): boolean {
  let at = unwrap(node);
  // `Buffer.from(text)`
  if (at.type === 'CallExpression' && at.arguments[0] && source.getText(at.callee) === 'Buffer.from') at = unwrap(at.arguments[0]);
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  const value = variable ? constantValue(variable) : at;
  if (value?.type === 'Literal') return typeof value.value === 'string';
  if (value?.type !== 'TemplateLiteral') return false;
  const text = value.quasis.reduce((length, quasi) => length + quasi.value.raw.length, 0);
  return text >= perValue * value.expressions.length;
}
