import type { TSESTree } from '@typescript-eslint/utils';
import { argument } from './arguments.js';
import { constantValue, variableOf } from './calls.js';
import type { Use } from './facts.js';
import type { SourceCode } from './service.js';
import { unwrap } from './syntax.js';

/** Characters that are written out for each value put into a text, so that the values are no documents but names, ids and addresses. */
const perValue = 20;

/**
 * Does a call, whose time depends on the size of its input, work on a text that the code writes out itself, values put in here and
 * there? That takes microseconds, less than handing it to another thread.
 * Does not see: texts that are put together by `+` or in other functions.
 */
export function hasSmallInput(source: SourceCode, { action, args }: Use): boolean {
  const path = action.blocking?.size;
  const given = path === undefined ? undefined : argument(source, args, path);
  return given !== undefined && isWrittenOut(source, given);
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
