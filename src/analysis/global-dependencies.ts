import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { HandlerKind } from '../catalog/schema.js';
import { callersOf, constantValue, variableOf } from './calls.js';
import { isNamedAfter } from './class-purpose.js';
import { collaborators, type Collaborator } from './collaborators.js';
import { contextOf } from './context.js';
import { exportsOf } from './exports.js';
import { knownOf } from './facts.js';
import { handlerOf } from './handlers.js';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, propertyName, wrapped, type FunctionNode } from './syntax.js';

/**
 * Which instances that this file makes at module level do functions and methods of the file work with directly, so that nobody
 * can run these with another instance?
 *
 * Working with it means calling its methods or itself. Handing it on, returning it, closing it, listening to it, naming it as a
 * parameter's default and code that runs while the file is imported are none of that; instances that the file exports, files that wrap
 * that very client and files with components are left out.
 * Does not see: instances that reach a function through another variable or an object, those of other files, members that are
 * read without a call.
 */
export interface GlobalDependency {
  readonly collaborator: Collaborator;
  readonly variable: TSESLint.Scope.Variable;
  /** The declared name, where a report stands. */
  readonly id: TSESTree.Identifier;
  /** The outermost functions and the methods that work with it, in source order. */
  readonly users: readonly FunctionNode[];
}

export const globalDependencies = defineService((source: SourceCode): readonly GlobalDependency[] => collaborators(source).flatMap((collaborator) => {
  const id = moduleName(source, collaborator.node);
  const variable = id && variableOf(source, id);
  if (!variable || !constantValue(variable) || isHandedOut(source, variable)) return [];
  const users = new Set<FunctionNode>();
  for (const reference of variable.references) {
    const node = reference.identifier as TSESTree.Node;
    const user = reference.isRead() && worksWith(node, collaborator) ? userOf(source, node) : undefined;
    if (user) users.add(user);
  }
  return users.size > 0 && !hasComponents(source) && !isWrapper(source, collaborator) ? [{ collaborator, variable, id, users: [...users] }] : [];
}));

/** Exported under a name, it is in reach of everybody: tests stub its methods, and the file is the one that makes it for all. */
function isHandedOut(source: SourceCode, variable: TSESLint.Scope.Variable): boolean {
  return [...exportsOf(source).named.values()].some((one) => one.kind === 'local' && one.variable === variable);
}

/** A file named after the client (`stripe.ts`, `lib/s3.js`) is the wrapper of that client, as a class of such a name would be. */
function isWrapper(source: SourceCode, collaborator: Collaborator): boolean {
  return isNamedAfter(/(?<=^|[\\/])[^\\/]*$/u.exec(contextOf(source).filename)?.[0] ?? '', collaborator);
}

/** Components get properties from other components, and are no place to hand clients to. */
function hasComponents(source: SourceCode): boolean {
  return nodesOf(source, 'JSXElement', 'JSXFragment').length > 0;
}

/** The module-level name that what `made` makes is given where it is made, also by `??`, `?:`, `await`, a cast or a method that gives the same thing back. */
function moduleName(source: SourceCode, made: TSESTree.Node): TSESTree.Identifier | undefined {
  let at = wrapped(made);
  for (;;) {
    const { parent } = at;
    switch (parent?.type) {
      case 'AwaitExpression':
      case 'LogicalExpression':
      case 'ConditionalExpression':
        at = wrapped(parent);
        break;
      case 'AssignmentExpression':
        if (parent.right !== at) return undefined;
        at = wrapped(parent);
        break;
      case 'MemberExpression': {
        const call = wrapped(parent).parent;
        if (parent.object !== at || call?.type !== 'CallExpression' || call.callee !== wrapped(parent)) return undefined;
        if (!knownOf(source, made) || knownOf(source, call)?.entity !== knownOf(source, made)?.entity) return undefined;
        at = wrapped(call);
        break;
      }
      case 'VariableDeclarator': {
        const statement = parent.parent.parent;
        const isTop = statement === source.ast || statement.type === 'ExportNamedDeclaration';
        return isTop && parent.init === at && parent.id.type === 'Identifier' ? parent.id : undefined;
      }
      default:
        return undefined;
    }
  }
}

/** Methods that start, stop or watch an instance, or make it consume: its module's own business. */
const lifecycle = /^(?:\$?(?:on|once|off|use|connect|disconnect|extends)|close|quit|end|destroy|stop|start|init|initialize|shutdown\w*|flush\w*|dispose|terminate|drain|ping|authenticate|sync|addListener|removeListener|removeAllListeners|setMaxListeners|emit|run|p?subscribe|process|consume|prefetch|assertQueue|assertExchange|isReady|isConnected|healthCheck)$/u;

function worksWith(node: TSESTree.Node, { use }: Collaborator): boolean {
  const at = wrapped(node);
  const { parent } = at;
  if (parent?.type === 'TaggedTemplateExpression') return parent.tag === at;
  if (parent?.type === 'CallExpression') return parent.callee === at;
  if (parent?.type !== 'MemberExpression' || parent.object !== at) return false;
  const name = propertyName(parent);
  if (isCalled(parent)) return name === undefined || !(lifecycle.test(name) || use?.action.resource?.close?.includes(name) || use?.action.resource?.connectCall === name);
  let outer: TSESTree.Node = parent;
  while (outer.parent?.type === 'MemberExpression' && outer.parent.object === outer) outer = wrapped(outer.parent);
  return isCalled(outer);
}

function isCalled(node: TSESTree.Node): boolean {
  const at = wrapped(node);
  return (at.parent?.type === 'CallExpression' && at.parent.callee === at) || (at.parent?.type === 'TaggedTemplateExpression' && at.parent.tag === at);
}

/** The outermost function around a use, or the method; `undefined` where importing the file runs it or nobody could hand it anything. */
function userOf(source: SourceCode, node: TSESTree.Node): FunctionNode | undefined {
  const inner = enclosingFunction(node);
  const fn = inner && hostOf(inner);
  return !fn || isSetUp(source, fn) || isStarted(source, fn, new Set()) ? undefined : fn;
}

/** The outermost function around a function, or the method. */
function hostOf(fn: FunctionNode): FunctionNode {
  let at = fn;
  for (let outer = enclosingFunction(at); outer && at.parent.type !== 'MethodDefinition'; outer = enclosingFunction(at)) at = outer;
  return at;
}

/** Module-level code or a callback that it sets up calls the function, directly or through others: it belongs to that program. */
function isStarted(source: SourceCode, fn: FunctionNode, seen: Set<FunctionNode>): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  const call = wrapped(fn).parent;
  if (call?.type === 'CallExpression' && call.callee === wrapped(fn)) {
    const outer = enclosingFunction(call);
    return !outer || isStarted(source, outer, seen);
  }
  return callersOf(source, fn).some(({ from }) => !from || isSetUp(source, hostOf(from)) || isStarted(source, hostOf(from), seen));
}

/** Kinds of handlers that people make in functions of their own to hand dependencies to them. */
const composable: ReadonlySet<HandlerKind> = new Set(['http', 'middleware', 'graphql', 'rpc', 'command', 'query']);

/**
 * A function that nobody could hand anything to: a callback that module-level code gives to something (`redis.on('error', ...)`,
 * `setInterval(...)`, a job for a platform), or a default export that a framework loads and calls. Routes are otherwise: a
 * function that makes the router can take what they need.
 */
function isSetUp(source: SourceCode, fn: FunctionNode): boolean {
  const handler = handlerOf(source, fn.body);
  if (handler && exportsOf(source).named.get('default')?.node === fn) return true;
  let at: TSESTree.Node = fn;
  while (at.parent?.type === 'Property' || at.parent?.type === 'ObjectExpression') at = at.parent;
  const isArgument = (at.parent?.type === 'CallExpression' || at.parent?.type === 'NewExpression') && at.parent.callee !== at;
  return isArgument && !(handler && composable.has(handler.kind));
}
