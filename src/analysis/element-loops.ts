import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { boundBy } from './bindings.js';
import type { Role } from '../catalog/schema.js';
import { variableOf } from './calls.js';
import { actionOf } from './data-statements.js';
import { importedRoles } from './facts.js';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { contains, isFunction, propertyName, unwrap, walk, wrapped, type FunctionNode } from './syntax.js';

/**
 * Which loop over the elements of a list repeats a call, and whether the calls of two elements wait for each other?
 * Knows `for ... of`, `for ... in`, `for` over the indices of a list, and callbacks of a list's own methods.
 * Does not see: `while` loops (cursors, queues and tries, most of them), recursion, helpers such as `async.each`, limiters, loops by `reduce`.
 */
export interface ElementLoop {
  readonly node: TSESTree.ForInStatement | TSESTree.ForOfStatement | TSESTree.ForStatement | TSESTree.CallExpression;
  readonly list: TSESTree.Node;
  /** What runs once per element. */
  readonly body: TSESTree.Node;
  /** The variables that stand for the element, its index or key. */
  readonly element: readonly TSESLint.Scope.Variable[];
  /** `in turn`: each call is awaited before the next one starts. `together`: all are started at once. */
  readonly order: 'in turn' | 'together';
  /** What the calls give is used by the code around the loop: `await Promise.all(...)` that is assigned or returned. */
  readonly gives: boolean;
}

/** Where a way outwards from a call ends: at a loop over elements, at the function in which it stands, or at something that nobody can judge. */
export type Way = { readonly loop: ElementLoop } | { readonly fn: FunctionNode } | undefined;

const inline = /^(?:map|flatMap|forEach|filter)$/u;

/**
 * The bodies of the file's loops that may wait for something, outer ones before those inside: what a look at the syntax tells.
 * Empty for most files, which is what it is for.
 */
export const waitingBodies = defineService((source: SourceCode): readonly TSESTree.Node[] => {
  if (!/\bfor\b|\.(?:map|flatMap|forEach|filter)\(/u.test(source.text)) return [];
  const awaits = nodesOf(source, 'AwaitExpression');
  // Promises that are collected, and the callbacks of old drivers, are waited for elsewhere.
  const mayCollect = /\bPromise\.all/u.test(source.text) || ['orm', 'sql'].some((role) => importedRoles(source).has(role as Role));
  if (awaits.length === 0 && !mayCollect) return [];
  const bodies: TSESTree.Node[] = nodesOf(source, 'ForOfStatement', 'ForInStatement', 'ForStatement').map(({ body }) => body);
  for (const call of nodesOf(source, 'CallExpression')) {
    const [callback] = call.arguments;
    const method = isFunction(callback) && call.callee.type === 'MemberExpression' ? propertyName(call.callee) : undefined;
    if (isFunction(callback) && method !== undefined && inline.test(method)) bodies.push(callback.body);
  }
  return mayCollect ? bodies : bodies.filter((body) => awaits.some((at) => contains(body, at)));
});

/** The innermost loop over elements around `call`; without one the function around it. */
export function wayOut(source: SourceCode, call: TSESTree.Node): Way {
  let waits = isWaitedFor(source, call);
  for (let child = call, at = call.parent; at; child = at, at = at.parent) {
    switch (at.type) {
      case 'ForOfStatement':
      case 'ForInStatement':
        if (at.body === child) return forElements(source, at, at.right, waits, at.left.type === 'VariableDeclaration' ? (at.left.declarations[0]?.id ?? at.left) : at.left, call);
        break;
      case 'ForStatement': {
        if (at.init === child) break;
        const head = at.body === child ? overIndices(source, at) : undefined;
        return head && forElements(source, at, head.list, waits, head.index, call);
      }
      case 'WhileStatement':
      case 'DoWhileStatement':
        return undefined;
      default:
    }
    if (!isFunction(at)) continue;
    const { parent } = at;
    if (parent.type === 'CallExpression' && parent.callee === at) continue;
    if (parent.type === 'CallExpression' && parent.arguments[0] === at) {
      const callee = unwrap(parent.callee);
      const method = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
      if (callee.type === 'MemberExpression' && method !== undefined && inline.test(method)) return callbackLoop(source, parent, callee.object, at, method, waits);
      if (method === 'then' && isWaitedFor(source, parent)) {
        waits = true;
        continue;
      }
      return undefined;
    }
    return parent.type === 'CallExpression' || parent.type === 'NewExpression' ? undefined : { fn: at };
  }
  return undefined;
}

/** `for (let i = 0; i < items.length; i++)`. */
function overIndices(source: SourceCode, loop: TSESTree.ForStatement): { list: TSESTree.Node; index: TSESTree.Node } | undefined {
  const [declarator] = loop.init?.type === 'VariableDeclaration' ? loop.init.declarations : [];
  const index = declarator?.id ?? (loop.init?.type === 'AssignmentExpression' ? loop.init.left : undefined);
  if (index?.type !== 'Identifier' || loop.test?.type !== 'BinaryExpression' || loop.update?.type !== 'UpdateExpression' || source.getText(loop.test.left) !== index.name) return undefined;
  const limit = unwrap(loop.test.right);
  return limit.type === 'MemberExpression' && propertyName(limit) === 'length' ? { list: limit.object, index } : undefined;
}

function forElements(source: SourceCode, node: Exclude<ElementLoop['node'], TSESTree.CallExpression>, list: TSESTree.Node, waits: boolean, element: TSESTree.Node, call: TSESTree.Node): Way {
  const order = waits ? ('in turn' as const) : isStartedTogether(source, call) ? ('together' as const) : undefined;
  return order && { loop: { node, list, body: node.body, element: boundBy(source, element), order, gives: false } };
}

function callbackLoop(source: SourceCode, node: TSESTree.CallExpression, list: TSESTree.Node, fn: FunctionNode, method: string, waits: boolean): Way {
  if (fn.generator) return undefined;
  const loop = { node, list, body: fn.body, element: fn.params.flatMap((param) => boundBy(source, param)), order: 'together' as const };
  if (method === 'forEach') return { loop: { ...loop, gives: false } };
  const all = waits || fn.body.type !== 'BlockStatement' || fn.async || returnsOnly(fn) ? runnerOf(source, node) : undefined;
  return all && { loop: { ...loop, gives: isUsed(all) || isReturned(all) } };
}

/** `(x) => { return query(x); }`: nothing but the call whose promise it gives. */
function returnsOnly(fn: FunctionNode): boolean {
  return fn.body.type === 'BlockStatement' && fn.body.body.at(-1)?.type === 'ReturnStatement';
}

/** `Promise.all(promises)`, there or by the variable that holds the promises. */
function runnerOf(source: SourceCode, promises: TSESTree.Node): TSESTree.CallExpression | undefined {
  const outer = wrapped(promises);
  const { parent } = outer;
  if (parent?.type === 'CallExpression' && parent.callee !== outer) return isPromiseAll(source, parent) ? parent : undefined;
  if (parent?.type === 'SpreadElement' && parent.parent.type === 'ArrayExpression') return runnerOf(source, parent.parent);
  const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? variableOf(source, parent.id) : undefined;
  return variable && collectedBy(source, variable);
}

function collectedBy(source: SourceCode, variable: TSESLint.Scope.Variable): TSESTree.CallExpression | undefined {
  const reads = variable.references.filter((reference) => reference.isRead());
  const runs = reads.flatMap(({ identifier }) => runnerOf(source, identifier as TSESTree.Node) ?? []);
  // In a transaction, or in chunks, they are somebody else's matter.
  const others = reads.filter(({ identifier }) => {
    const { parent } = identifier;
    return !runs.some((run) => run === parent || run === parent?.parent?.parent) && !(parent?.type === 'MemberExpression' && /^(?:push|length|concat)$/u.test(propertyName(parent) ?? ''));
  });
  return others.length === 0 ? runs[0] : undefined;
}

function isPromiseAll(source: SourceCode, call: TSESTree.CallExpression): boolean {
  return /^Promise\.(?:all|allSettled)$/u.test(source.getText(call.callee)) && actionOf(source, call) === undefined;
}

/** Whether the code around makes use of what an awaited expression gives; where it is what a function returns, the function's callers decide. */
export function isUsed(node: TSESTree.Node): boolean {
  for (let at = wrapped(node); at.parent; at = wrapped(at.parent)) {
    const { parent } = at;
    if (parent.type === 'AwaitExpression') continue;
    // `.then(() => ...)` and `.catch(log)` do not look at it.
    if (parent.type === 'MemberExpression' && parent.object === at && parent.parent.type === 'CallExpression') {
      const [first] = parent.parent.arguments;
      if (/^(?:catch|finally)$/u.test(propertyName(parent) ?? '') || (propertyName(parent) === 'then' && isFunction(first) && first.params.length === 0)) {
        at = parent;
        continue;
      }
    }
    if (parent.type === 'UnaryExpression' && parent.operator === 'void') return false;
    if (parent.type === 'ConditionalExpression' && parent.test !== at) continue;
    if (parent.type === 'LogicalExpression' && parent.right === at) continue;
    if (parent.type === 'CallExpression' && parent.callee === at) continue;
    return parent.type !== 'ExpressionStatement' && parent.type !== 'ReturnStatement' && parent.type !== 'ArrowFunctionExpression';
  }
  return true;
}

/** `return Promise.all(...)`: what a function gives. */
function isReturned(node: TSESTree.Node): boolean {
  let at = wrapped(node);
  while (at.parent?.type === 'AwaitExpression') at = wrapped(at.parent);
  return at.parent?.type === 'ReturnStatement' || at.parent?.type === 'ArrowFunctionExpression';
}

/** Whether the function around goes on only when `call` is done: it is awaited, or its promise is what `await` or another `then` waits for. */
export function isWaitedFor(source: SourceCode, call: TSESTree.Node): boolean {
  for (let at = wrapped(call); at.parent; at = wrapped(at.parent)) {
    const { parent } = at;
    switch (parent.type) {
      case 'AwaitExpression':
        return true;
      case 'ForOfStatement':
        return parent.await && parent.right === at;
      case 'MemberExpression':
        if (parent.object !== at || parent.parent.type !== 'CallExpression' || parent.parent.callee !== parent) return false;
        break;
      case 'CallExpression':
        if (parent.callee !== at && !isPromiseAll(source, parent) && actionOf(source, parent) === undefined) return false;
        break;
      case 'ArrayExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
        break;
      default:
        return false;
    }
  }
  return false;
}

/** Whether promises of a loop are left alone, or pushed to a list that `Promise.all` waits for. */
function isStartedTogether(source: SourceCode, call: TSESTree.Node): boolean {
  let at = wrapped(call);
  // `.then(...)` and `.catch(...)` belong to it.
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at && at.parent.parent.type === 'CallExpression') at = wrapped(at.parent.parent);
  const { parent } = at;
  if (parent?.type === 'ExpressionStatement') return true;
  const callee = parent?.type === 'CallExpression' && parent.arguments[0] === at ? unwrap(parent.callee) : undefined;
  if (callee?.type !== 'MemberExpression' || propertyName(callee) !== 'push' || callee.object.type !== 'Identifier') return false;
  const variable = variableOf(source, callee.object);
  return variable !== undefined && collectedBy(source, variable) !== undefined;
}

/** Whether something ends the loop before its last element: `break`, `return`, a label. */
export function endsEarly(source: SourceCode, { node, body }: ElementLoop): boolean {
  if (node.type === 'CallExpression') return false;
  for (const at of walk(body, source.visitorKeys, isFunction)) {
    if ((at.type === 'ReturnStatement' && !isAfterFailure(at, body)) || (at.type === 'ContinueStatement' && at.label) || at.type === 'YieldExpression') return true;
    if (at.type === 'BreakStatement' && (at.label || !isInner(at, body))) return true;
  }
  return false;
}

/** In a `catch` it gives up, whatever the element. */
function isAfterFailure(jump: TSESTree.Node, body: TSESTree.Node): boolean {
  for (let at = jump.parent; at && at !== body.parent; at = at.parent) if (at.type === 'CatchClause') return true;
  return false;
}

/** A `break` of a `switch` or loop inside the body. */
function isInner(jump: TSESTree.Node, body: TSESTree.Node): boolean {
  for (let at = jump.parent; at && at !== body.parent; at = at.parent) if (/^(?:For|While|DoWhile|Switch).*Statement$/u.test(at.type)) return true;
  return false;
}
