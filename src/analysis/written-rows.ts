import type { TSESTree } from '@typescript-eslint/utils';
import type { ArgPath } from '../catalog/schema.js';
import { argument } from './arguments.js';
import { constantValue, variableOf } from './calls.js';
import { growsLater } from './grown-lists.js';
import type { SourceCode } from './service.js';
import { calledName, isFunction, propertyName, unwrap } from './syntax.js';

/**
 * Do all rows of a sheet or workbook stand in the code, so that it is small whatever the program is given?
 * Does not see: what other functions fill.
 *
 * @param filledBy the functions that make or fill one, with the place of the rows among their arguments.
 * @param book the sheet or workbook.
 * @param user the call that works on it.
 */
export function hasWrittenRows(source: SourceCode, filledBy: Filling['filledBy'], book: TSESTree.Node, user: TSESTree.Node): boolean {
  return isFilledByHand({ source, filledBy, user }, book);
}

interface Filling {
  readonly source: SourceCode;
  readonly filledBy: Readonly<Record<string, ArgPath>>;
  /** The call that works on what is filled. */
  readonly user: TSESTree.Node;
}

/** Whether all rows of a sheet or workbook stand in the code: of what made it, and of what was put into it once. */
function isFilledByHand(filling: Filling, node: TSESTree.Node, depth = 0): boolean {
  const { source } = filling;
  const at = unwrap(node);
  if (depth > 5) return false;
  if (at.type === 'CallExpression') return isSmallFilling(filling, at, depth);
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  const value = variable && constantValue(variable);
  if (!variable || value?.type !== 'CallExpression' || !isSmallFilling(filling, value, depth)) return false;
  return variable.references.every(({ identifier, init }) => init === true || isSmallUse(filling, identifier, value, depth));
}

function isSmallFilling(filling: Filling, call: TSESTree.CallExpression, depth: number): boolean {
  const path = filling.filledBy[calledName(call) ?? ''];
  if (path === undefined) return false;
  const given = argument(filling.source, call.arguments, path);
  if (!given) return call.arguments.length === 0;
  return isWrittenList(filling, given) || isFilledByHand(filling, given, depth + 1);
}

/** Whether a use of a sheet or workbook puts no other rows into it than those that stand in the code. */
function isSmallUse(filling: Filling, identifier: TSESTree.Node, made: TSESTree.Node, depth: number): boolean {
  const { parent } = identifier;
  // `sheet['!cols'] = widths`
  if (parent?.type === 'MemberExpression' && parent.object === identifier) return propertyName(parent) !== undefined;
  if (parent?.type !== 'CallExpression') return false;
  if (parent === filling.user) return true;
  if (filling.filledBy[calledName(parent) ?? ''] === undefined) return false;
  return parent.arguments[0] !== identifier || (isMadeOnceWith(parent, made) && isSmallFilling(filling, parent, depth));
}

/** Whether `node` runs as often as `made` does: in the same function, in no loop that `made` is not in. */
function isMadeOnceWith(node: TSESTree.Node, made: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    if (at.range[0] <= made.range[0] && made.range[1] <= at.range[1]) return true;
    if (isFunction(at) || /^(?:For|While|DoWhile)/u.test(at.type)) return false;
  }
  return false;
}

/** `[['Name', 'Age'], ...]`, `[{ name, age }]`, `[headers]` with the constant `headers` of the file. */
function isWrittenList(filling: Filling, node: TSESTree.Node): boolean {
  const rows = literalAt(filling, node);
  return rows?.type === 'ArrayExpression' && rows.elements.every((element) => {
    const row = element === null || element.type === 'SpreadElement' ? undefined : literalAt(filling, element);
    return row?.type === 'ObjectExpression' || (row?.type === 'ArrayExpression' && row.elements.every((cell) => cell?.type !== 'SpreadElement'));
  });
}

/** What stands in the code for a list or object: itself, or the constant that it names, to which nothing is added. */
function literalAt({ source, filledBy }: Filling, node: TSESTree.Node): TSESTree.Node | undefined {
  const at = unwrap(node);
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  if (!variable) return at;
  const value = growsLater(source, at) ? undefined : constantValue(variable);
  const isLeftAlone = variable.references.every(({ identifier, init }) => {
    const { parent } = identifier;
    if (parent?.type === 'MemberExpression') return parent.parent.type !== 'AssignmentExpression' || parent.parent.left !== parent;
    return init === true || parent?.type === 'ArrayExpression' || (parent?.type === 'CallExpression' && filledBy[calledName(parent) ?? ''] !== undefined);
  });
  return value && isLeftAlone ? unwrap(value) : undefined;
}
