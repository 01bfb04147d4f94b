import type { TSESTree } from '@typescript-eslint/utils';
import { localCalls, variableOf } from './calls.js';
import { importedRoles } from './facts.js';
import { conventionalHandlers } from './handler-conventions.js';
import { annotatedHandlers, handlerRoles, registeredHandlers } from './handler-registrations.js';
import { shapedHandlers } from './handler-shapes.js';
import { mergeHandlers, type Handler } from './handler.js';
import { isMemoized } from './once.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, isFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';

export type { Handler } from './handler.js';

/**
 * Which functions of this file does a framework call per request, message, job, event or tool call?
 *
 * By the catalog's facts on registrations, decorators and types, by file conventions, and by shape (`(req, res)` functions that
 * answer). A function that runs once at start-up (a plugin, a `listen` callback) is none. Reads no other file but where a router,
 * queue or app of the project is used here; what another file registers is seen by its shape only.
 */
export const handlers = defineService((source: SourceCode): readonly Handler[] => {
  const found = new Map<FunctionNode, Handler>();
  const add = (all: Iterable<Handler>) => {
    for (const handler of all) {
      const earlier = found.get(handler.node);
      found.set(handler.node, earlier ? mergeHandlers(earlier, handler) : handler);
    }
  };
  add(registeredHandlers(source));
  if (handlerRoles.some((role) => importedRoles(source).has(role))) add(annotatedHandlers(source));
  add(conventionalHandlers(source));
  for (const handler of shapedHandlers(source)) if (!found.has(handler.node)) found.set(handler.node, handler);
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
});

const byFunction = defineService((source: SourceCode) => new Map(handlers(source).map((handler) => [handler.node, handler])));

/** The innermost handler whose body contains `node`, directly or through callbacks written inside it. */
export function handlerOf(source: SourceCode, node: TSESTree.Node): Handler | undefined {
  const found = byFunction(source);
  if (found.size === 0) return undefined;
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const handler = found.get(fn);
    if (handler) return handler;
    if (!isInline(fn)) return undefined;
  }
  return undefined;
}

/** How a handler comes to call a function of the same file. */
export interface Reach {
  readonly handler: Handler;
  /** The functions from the one that the handler calls to the reached one. */
  readonly path: readonly FunctionNode[];
}

/** The functions of the file that handlers call, directly or through others, each with the shortest way to it, from a scheduled job only where no other handler comes to it. Handlers themselves are not among them. */
export const reachedFromHandlers = defineService((source: SourceCode): ReadonlyMap<FunctionNode, Reach> => {
  const reached = new Map<FunctionNode, Reach>();
  const roots = byFunction(source);
  if (roots.size === 0) return reached;
  const edges = new Map<FunctionNode, FunctionNode[]>();
  const connect = (from: FunctionNode | undefined, target: FunctionNode) => {
    const host = from && hostOf(from, roots);
    if (!host || host === target) return;
    const targets = edges.get(host);
    if (targets) targets.push(target);
    else edges.set(host, [target]);
  };
  // What a memoized initializer calls runs once, not per request.
  for (const { call, from, target } of localCalls(source)) if (!isMemoized(source, call, target)) connect(from, target);
  for (const { from, target } of passedFunctions(source)) connect(from, target);

  // What a request comes to is not told by a scheduled job that does too.
  const [scheduled, others] = [true, false].map((is) => handlers(source).filter(({ kind }) => (kind === 'cron') === is));
  for (const group of [others!, scheduled!]) {
    let frontier: Reach[] = group.map((handler) => ({ handler, path: [] }));
    while (frontier.length > 0) {
      const next: Reach[] = [];
      for (const { handler, path } of frontier) {
        for (const target of edges.get(path.at(-1) ?? handler.node) ?? []) {
          if (roots.has(target) || reached.has(target)) continue;
          const reach = { handler, path: [...path, target] };
          reached.set(target, reach);
          next.push(reach);
        }
      }
      frontier = next;
    }
  }
  return reached;
});

/** The handler on whose calls `node` runs, and the functions of the file between the two; an empty path where it stands in the handler itself. */
export function reachOf(source: SourceCode, node: TSESTree.Node): Reach | undefined {
  const handler = handlerOf(source, node);
  if (handler) return { handler, path: [] };
  const fn = enclosingFunction(node);
  return fn && reachedFromHandlers(source).get(hostOf(fn, byFunction(source)));
}

/** The function on whose calls it depends how often `fn` runs: itself, or the one around a callback. */
function hostOf(fn: FunctionNode, roots: ReadonlyMap<FunctionNode, Handler>): FunctionNode {
  let at = fn;
  while (!roots.has(at) && isInline(at)) {
    const outer = enclosingFunction(at);
    if (!outer) break;
    at = outer;
  }
  return at;
}

/** A function written where it is used: an argument, a member of an object that is one, or called at once. */
export function isInline(fn: FunctionNode): boolean {
  let at: TSESTree.Node = fn;
  while (at.parent?.type === 'Property' || at.parent?.type === 'ObjectExpression') at = at.parent;
  return (at.parent?.type === 'CallExpression' && !listens(at.parent)) || at.parent?.type === 'NewExpression';
}

/** `socket.on('message', save)`: what is registered runs with each event of the connection, not where it is registered. */
function listens({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || !/^(?:on|once|addListener|addEventListener)$/u.test(propertyName(callee) ?? '')) return false;
  const receiver = unwrap(callee.object);
  const name = receiver.type === 'Identifier' ? receiver.name : receiver.type === 'MemberExpression' ? propertyName(receiver) : undefined;
  return name !== undefined && /^_?(?:web)?(?:socket|ws|wss|io|emitter|events|bus|worker|subscriber)$/iu.test(name);
}

/** Named functions of the file that are handed to a call as they are: `rows.map(toDto)`. */
function* passedFunctions(source: SourceCode): Generator<{ from: FunctionNode | undefined; target: FunctionNode }> {
  for (const scope of source.scopeManager?.scopes ?? []) {
    const block = scope.block as TSESTree.Node;
    if (scope.type !== 'function' || !isFunction(block)) continue;
    const name = block.type === 'FunctionDeclaration' ? block.id : block.parent.type === 'VariableDeclarator' && block.parent.id.type === 'Identifier' ? block.parent.id : undefined;
    const variable = name && variableOf(source, name);
    for (const { identifier } of variable?.references ?? []) {
      const use = identifier as TSESTree.Node;
      if (use.parent?.type === 'CallExpression' && use.parent.callee !== use) yield { from: enclosingFunction(use), target: block };
    }
  }
}
