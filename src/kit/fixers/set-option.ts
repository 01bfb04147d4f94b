import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isParenthesized } from './parentheses.js';
import type { SourceCode } from '../../analysis/service.js';
import { propertyName, unwrap } from '../../analysis/syntax.js';
import { braced, eolOf, indentOf } from './style.js';

/**
 * Sets an option in the object literal that is the call's argument number `index`, or adds that argument.
 *
 * @param value the option's value as source text.
 * @returns the edits, or `null` when the option is set already, might be (spread, computed key), or the argument is no literal.
 */
export function setOption(fixer: TSESLint.RuleFixer, source: SourceCode, call: TSESTree.CallExpression | TSESTree.NewExpression, index: number, name: string, value: string): TSESLint.RuleFix[] | null {
  const option = `${/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : `'${name}'`}: ${value}`;
  const before = call.arguments.slice(0, index + 1);
  if (before.some((argument) => argument.type === 'SpreadElement')) return null;
  const given = call.arguments[index];
  if (given) {
    const object = unwrap(given);
    const edit = object.type === 'ObjectExpression' ? addProperty(fixer, source, object, name, option) : null;
    return edit && [edit];
  }
  if (call.arguments.length < index) return null;
  const argument = braced(source, option);
  const last = call.arguments.at(-1);
  if (!last) {
    const close = source.getLastToken(call)!;
    const hasList = close.value === ')' && source.getTokenBefore(close)?.value === '(' && close.range[0] > call.callee.range[1];
    return [hasList ? fixer.insertTextBefore(close, argument) : fixer.insertTextAfter(call, `(${argument})`)];
  }
  return [append(fixer, source, source.getFirstToken(call)!.loc.start.line, last, argument)];
}

/** Adds `option` (`name: value`) to an object literal; `null` when it has `name`, or might have it. */
export function addProperty(fixer: TSESLint.RuleFixer, source: SourceCode, object: TSESTree.ObjectExpression, name: string, option: string): TSESLint.RuleFix | null {
  const unclear = object.properties.some((property) => property.type === 'SpreadElement' || propertyName(property) === undefined || propertyName(property) === name);
  if (unclear) return null;
  const last = object.properties.at(-1);
  if (last) return append(fixer, source, object.loc.start.line, last, option);
  return source.getCommentsInside(object).length > 0 ? fixer.insertTextAfter(source.getFirstToken(object)!, ` ${option},`) : fixer.replaceText(object, braced(source, option));
}

/** Adds an item to a list after its last one: on a line of its own where the last one has it, with the list's trailing comma. */
function append(fixer: TSESLint.RuleFixer, source: SourceCode, openLine: number, last: TSESTree.Node, item: string): TSESLint.RuleFix {
  // Parentheses around the last item belong to it.
  let end = source.getLastToken(last)!;
  for (let depth = 1; isParenthesized(source, last, depth); depth += 1) end = source.getTokenAfter(end)!;
  const comma = source.getTokenAfter(end);
  const trailing = comma?.value === ',' ? comma : undefined;
  const firstOnLine = /^[ \t]*$/u.test(source.lines[last.loc.start.line - 1]!.slice(0, last.loc.start.column));
  if (last.loc.start.line === openLine || !firstOnLine) return trailing ? fixer.insertTextAfter(trailing, ` ${item},`) : fixer.insertTextAfter(end, `, ${item}`);

  const line = `${eolOf(source)}${indentOf(source, last)}${item}`;
  // A comment behind the last item speaks of that item and stays on its line.
  const comment = source.getCommentsAfter(trailing ?? end).filter((next) => next.loc.start.line === end.loc.end.line).at(-1);
  if (!comment) return trailing ? fixer.insertTextAfter(trailing, `${line},`) : fixer.insertTextAfter(end, `,${line}`);
  if (trailing) return fixer.insertTextAfterRange(comment.range, `${line},`);
  const between = source.text.slice(end.range[1], comment.range[1]);
  return fixer.replaceTextRange([end.range[1], comment.range[1]], `,${between}${line}`);
}
