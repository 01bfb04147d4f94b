import type { TSESTree } from '@typescript-eslint/utils';
import { componentHook, ownAddress, ownUrl } from '../catalog/known-names.js';
import { callersOf, variableOf } from './calls.js';
import { isDevelopmentOnly } from './development-only.js';
import { importsOf } from './imports.js';
import { nodesOf } from './nodes.js';
import type { OutboundCall } from './outbound-calls.js';
import { isOffered } from './resilience.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, isFunction, propertyName, walk, wrapped, type FunctionNode } from './syntax.js';
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
  if (use.args.some(isFunction) || !fn) return false;
  return (use.action.async === true && isLeftAlone(node) && !isWaitedFor(source, node, fn)) || isInForgotten(source, node, fn);
}

/**
 * In a function of the file whose promise every caller drops: `createRecord(zone);`. Such a function is not exported and only ever called, has
 * no way but its promise to tell that it is done, and is no part of a start (called by the module or a constructor) or of a loop.
 */
function isInForgotten(source: SourceCode, node: TSESTree.Node, fn: FunctionNode): boolean {
  if (!fn.async || isRepeated(node, fn)) return false;
  const names = namings(source, fn);
  if (names.length === 0) return false;
  const callers = callersOf(source, fn);
  return callers.length === names.length && callers.every(({ call, from }) => isDropped(call, from)) && !continues(source, fn);
}

/** Where the file names a function that it does not offer, or a method. Empty if it offers the function. */
function namings(source: SourceCode, fn: FunctionNode): readonly TSESTree.Node[] {
  const { parent } = fn;
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') {
    const name = (parent.decorators?.length ?? 0) > 0 ? undefined : memberName(parent);
    return name === undefined ? [] : nodesOf(source, 'MemberExpression').filter((one) => propertyName(one) === name || nameIn(one.property) === name);
  }
  const id = fn.type === 'FunctionDeclaration' ? fn.id : parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
  const variable = id && variableOf(source, id);
  if (!variable || isOffered(source, fn)) return [];
  return variable.references.filter((one) => !one.init).map(({ identifier }) => identifier as TSESTree.Node);
}

function isDropped(call: TSESTree.Node, from: FunctionNode | undefined): boolean {
  if (!from || call.type !== 'CallExpression' || call.arguments.some(isFunction) || !isLeftAlone(call)) return false;
  return !(from.parent.type === 'MethodDefinition' && from.parent.kind === 'constructor');
}

/** What a function is given, or reaches, to answer or to let somebody go on: `res`, `next`, `resolve`. */
function continues(source: SourceCode, fn: FunctionNode): boolean {
  if (fn.params.some((parameter) => parameter.type === 'Identifier' && continuation.test(parameter.name))) return true;
  return (source.scopeManager?.acquire(fn)?.through ?? []).some(({ identifier }) => continuation.test(identifier.name));
}

const continuation = /^_*(?:res|resp|response|reply|next|done|cb|callback|resolve|reject|ctx|context|controller|stream|socket|ws|emit\w*)$/iu;

function isRepeated(node: TSESTree.Node, fn: FunctionNode): boolean {
  for (let at = node.parent; at && at !== fn; at = at.parent) if (/^(?:While|DoWhile|For|ForIn|ForOf)Statement$/u.test(at.type)) return true;
  return false;
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

/** In a declared function of the file that is neither exported nor named anywhere: it shows something, or was forgotten; or in a private method that its class does not name. */
export function isNeverCalled(source: SourceCode, node: TSESTree.Node): boolean {
  if (isInUnnamedMethod(source, node)) return true;
  let fn = enclosingFunction(node);
  for (let outer = fn && enclosingFunction(fn); outer; outer = enclosingFunction(fn)) fn = outer;
  const name = fn?.type === 'FunctionDeclaration' ? fn.id : undefined;
  const variable = name ? variableOf(source, name) : undefined;
  return fn !== undefined && variable !== undefined && variable.references.length === 0 && !isOffered(source, fn) && importsOf(source).length > 0;
}

/** In a private member of a class (`private load()`, `#load()`) whose name stands nowhere else in the class. */
function isInUnnamedMethod(source: SourceCode, node: TSESTree.Node): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const member = fn.parent;
    if ((member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') || member.value !== fn || !isPrivate(member) || (member.decorators?.length ?? 0) > 0) continue;
    const name = memberName(member);
    if (name === undefined) continue;
    const isNamed = [...walk(member.parent, source.visitorKeys, (at) => at === member)].some((at) => nameIn(at) === name);
    if (!isNamed) return true;
  }
  return false;
}

type Member = TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

function isPrivate(member: Member): boolean {
  if (member.type === 'MethodDefinition' && member.kind === 'constructor') return false;
  return member.accessibility === 'private' || member.key.type === 'PrivateIdentifier';
}

function memberName({ key, computed }: Member): string | undefined {
  return computed ? undefined : nameIn(key);
}

function nameIn(node: TSESTree.Node): string | undefined {
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function namesAfter(source: SourceCode): boolean {
  return /\b(?:after|waitUntil)\(/u.test(source.text);
}
