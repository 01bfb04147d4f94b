import type { TSESTree } from '@typescript-eslint/utils';
import { componentHook, ownAddress, ownUrl } from '../catalog/known-names.js';
import { callersOf, variableOf } from './calls.js';
import { isDevelopmentOnly } from './development-only.js';
import { importsOf } from './imports.js';
import type { OutboundCall } from './outbound-calls.js';
import { isOffered } from './resilience.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, isFunction, propertyName, walk, wrapped } from './syntax.js';
import { expressionOf } from './values.js';
import { isWaitedFor } from './waiting.js';

/** A call of which no limit is asked: it keeps no caller of the program in production waiting, or the program answers it itself. */
export function isUnasked(source: SourceCode, call: OutboundCall): boolean {
  return isAfterAnswer(source, call.node) || isForgotten(source, call) || leadsBack(source, call) || isForDevelopment(source, call.node) || isInComponent(source, call.node);
}

/**
 * Work that goes on after the answer has gone out, with nobody waiting: `after(() => fetch(url))`, `ctx.waitUntil(fetch(url))`,
 * also in a function of the file that is only called so.
 */
function isAfterAnswer(source: SourceCode, node: TSESTree.Node, depth = 0): boolean {
  for (let child = node, at = node.parent; at; child = at, at = at.parent) {
    if (at.type === 'CallExpression' && at.callee !== child && /(?:^|\.)(?:after|waitUntil)$/u.test(source.getText(at.callee))) return true;
    if (!isFunction(at) || depth > 3 || !namesAfter(source)) continue;
    const callers = isOffered(source, at) ? [] : callersOf(source, at);
    if (callers.length > 0 && callers.every(({ call }) => isAfterAnswer(source, call, depth + 1))) return true;
  }
  return false;
}

/** The program calls itself, whose end points know best how long they may take. */
function leadsBack(source: SourceCode, { url }: OutboundCall): boolean {
  if (!url || !(ownAddress.test(source.text) || ownUrl.test(source.text))) return false;
  return [...walk(url, source.visitorKeys)].some((node) => {
    const text = source.getText(node.type === 'Identifier' ? expressionOf(source, node) : node);
    return ownAddress.test(text) || ownUrl.test(text);
  });
}

/** What runs in development only, also in a function of the file that is only called so. */
function isForDevelopment(source: SourceCode, node: TSESTree.Node, depth = 0): boolean {
  if (!/prod/iu.test(source.text) && !/\b(?:is_?)?dev/iu.test(source.text)) return false;
  if (isDevelopmentOnly(source, node)) return true;
  const fn = enclosingFunction(node);
  if (!fn || depth > 3) return false;
  // The executor of a promise, a callback.
  if (fn.parent.type === 'NewExpression' || fn.parent.type === 'CallExpression') return isForDevelopment(source, fn.parent, depth + 1);
  const callers = isOffered(source, fn) ? [] : callersOf(source, fn);
  return callers.length > 0 && callers.every(({ call }) => isForDevelopment(source, call, depth + 1));
}

/** Sent, and nothing comes after the answer: `void fetch(url)`, `fetch(url).then(read).catch(log);`. */
function isForgotten(source: SourceCode, { node, use }: OutboundCall): boolean {
  const fn = enclosingFunction(node);
  if (use.action.async !== true || use.args.some(isFunction) || !fn) return false;
  return isLeftAlone(node) && !isWaitedFor(source, node, fn);
}

/** Whether the promise of a call, with the links of its chain, is a statement of its own. */
function isLeftAlone(node: TSESTree.Node): boolean {
  let at: TSESTree.Node = wrapped(node);
  for (;;) {
    const { parent } = at;
    const call = parent?.type === 'MemberExpression' && parent.object === at && /^(?:then|catch|finally)$/u.test(propertyName(parent) ?? '') ? parent.parent : undefined;
    if (call?.type !== 'CallExpression' || call.callee !== parent) break;
    at = wrapped(call);
  }
  return at.parent?.type === 'ExpressionStatement' || (at.parent?.type === 'UnaryExpression' && at.parent.operator === 'void');
}

/** A component with state runs in a page, also where its file has a loader for the server. */
function isInComponent(source: SourceCode, node: TSESTree.Node): boolean {
  if (!/\buse[A-Z]/u.test(source.text)) return false;
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    if (fn.async || fn.body.type !== 'BlockStatement') continue;
    for (const at of walk(fn.body, source.visitorKeys, isFunction)) {
      if (at.type === 'CallExpression' && at.callee.type === 'Identifier' && componentHook.test(at.callee.name)) return true;
    }
  }
  return false;
}

/** In a declared function of the file that is neither exported nor named anywhere: it shows something, or was forgotten. */
export function isNeverCalled(source: SourceCode, node: TSESTree.Node): boolean {
  let fn = enclosingFunction(node);
  for (let outer = fn && enclosingFunction(fn); outer; outer = enclosingFunction(fn)) fn = outer;
  const name = fn?.type === 'FunctionDeclaration' ? fn.id : undefined;
  const variable = name ? variableOf(source, name) : undefined;
  return fn !== undefined && variable !== undefined && variable.references.length === 0 && !isOffered(source, fn) && importsOf(source).length > 0;
}

function namesAfter(source: SourceCode): boolean {
  return /\b(?:after|waitUntil)\(/u.test(source.text);
}
