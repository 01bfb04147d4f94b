import type { TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap } from './syntax.js';

/**
 * What repeats a node within its function: a loop over a list, or a callback of a method of one.
 * Does not see: recursion, loops with a counter (they may be tries), queues of promises run elsewhere.
 */

/** A loop around a node, and the list whose elements it goes through. */
export interface Loop {
  readonly node: TSESTree.ForOfStatement | TSESTree.CallExpression;
  readonly list: TSESTree.Node;
}

/** Whether the text has anything that could be such a loop with something to wait for in it. */
export function mayHaveLoops(source: SourceCode): boolean {
  return /\bawait\b/u.test(source.text) && /\bfor\s*(?:await\s*)?\((?:const|let|var)\b[^;()]*\bof\b|\bPromise\.all|\b(?:each|map)(?:Series|Limit)\(/u.test(source.text);
}

const iterates = /^(?:map|flatMap|forEach|mapSeries|each|eachSeries|eachLimit|mapLimit|reduce)$/u;

/** The innermost loop over a list around a node, up to the function that is no callback of a list's method. A list written out in the code has an end: it is none. */
export function loopAround(source: SourceCode, node: TSESTree.Node): Loop | undefined {
  for (let child = node, at = node.parent; at; child = at, at = at.parent) {
    if (at.type === 'ForOfStatement' && at.body === child && !isLiteral(source, at.right)) return { node: at, list: at.right };
    if (!isFunction(at)) continue;
    const call: TSESTree.Node | undefined = at.parent;
    if (call.type !== 'CallExpression' || call.callee === at) return undefined;
    const callee = unwrap(call.callee);
    const list = callee.type === 'MemberExpression' && iterates.test(propertyName(callee) ?? '') ? listOf(call, callee, at) : undefined;
    if (list && !isLiteral(source, list)) return { node: call, list };
  }
  return undefined;
}

/** `list.map(fn)`, or `async.each(list, fn)`. */
function listOf(call: TSESTree.CallExpression, callee: TSESTree.MemberExpression, fn: TSESTree.Node): TSESTree.Node | undefined {
  return call.arguments[0] === fn ? callee.object : call.arguments[0];
}

function isLiteral(source: SourceCode, node: TSESTree.Node): boolean {
  const at = unwrap(node);
  if (at.type === 'ArrayExpression') return at.elements.every((element) => element?.type !== 'SpreadElement');
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  const value = variable && constantValue(variable);
  return value?.type === 'ArrayExpression' && isLiteral(source, value) && !variable?.references.some(({ identifier }) => isGrown(identifier));
}

function isGrown(identifier: TSESTree.Node): boolean {
  const member = identifier.parent;
  return member?.type === 'MemberExpression' && member.object === identifier && /^(?:push|unshift|splice)$/u.test(propertyName(member) ?? '');
}
