import type { TSESTree } from '@typescript-eslint/utils';
import { callersOf, classVariables, constantValue, variableOf } from './calls.js';
import { usesOf } from './facts.js';
import { fileKind } from './files.js';
import { handlerOf, reachedFromHandlers, type Handler } from './handlers.js';
import { lifetimeOf, type MethodCall } from './lifetime.js';
import { nodesOf } from './nodes.js';
import { isProgramBody } from './program-body.js';
import { defineService, type SourceCode } from './service.js';
import { decoratorsOf, enclosingFunction, functionName, isFunction, propertyName, walk, type FunctionNode } from './syntax.js';

/** That something is made anew on every call, and how that is known. */
export interface PerCall {
  /** The function that runs per call. */
  readonly fn: FunctionNode;
  /** What to call it in a message: a name or "this handler". */
  readonly name: string;
  /** The framework handler that leads there; without one the function is exported or a method, and nobody knows how often others call it. */
  readonly handler?: Handler;
  /** What the functions on the way, from the one that makes it to the one that runs per call, call on it. */
  readonly calls: readonly MethodCall[];
}

/** Callbacks that run while the call they are given to runs, as often as the code around it. */
const inline = /^(?:map|flatMap|forEach|filter|some|every|find|findIndex|reduce|sort|then|catch|finally)$/u;
/** Methods that a container or framework calls once in an instance's life (NestJS, Angular-style containers). */
const lifecycle = /^(?:onModuleInit|onModuleDestroy|onApplicationBootstrap|onApplicationShutdown|beforeApplicationShutdown)$/u;
/** Names of what a program does once, when it starts: `startWorkers`, `amqpInitialize`, `watchOrders`. */
const starting = /^(?:start|boot|bootstrap|init|initiali[sz]e|set_?up|main|listen|watch|subscribe|connect)(?![a-z])|(?:Initiali[sz]e|Init|Bootstrap|Subscriber|Watcher|Listener)(?![a-z])/u;

/**
 * Whether what `made` constructs is constructed on every call of some function, so that it could be shared between calls.
 *
 * `undefined` (no, or nobody can tell): module level; code that module level alone runs; a function whose product it is
 * (decision: a factory returns or stores it), unless the file itself calls that factory per call; providers, memoized and
 * once-only initializers; constructors of classes that are not instantiated per call in this file; a value handed to code
 * that may keep it, unless a handler does so; functions named after the start of a program (`startWorkers`), where no handler
 * leads to them; tests, scripts, migrations, command-line programs.
 * Does not see: how often other files call what this file exports, aliases of functions in containers.
 */
export function perCall(source: SourceCode, made: TSESTree.Node): PerCall | undefined {
  const kind = fileKind(source);
  if (kind.test || kind.script || kind.migration || kind.cli) return undefined;
  return madePerCall(source, made, new Set());
}

function madePerCall(source: SourceCode, made: TSESTree.Node, seen: Set<TSESTree.Node>): PerCall | undefined {
  if (seen.has(made)) return undefined;
  seen.add(made);
  const owner = instanceOwner(made);
  if (owner) return firstOf(instantiations(source, owner), (node) => madePerCall(source, node, seen));
  const fn = runningFunction(source, made);
  if (!fn) return undefined;
  const lifetime = lifetimeOf(source, made);
  const { fate } = lifetime;
  if (fate === 'stored') return undefined;
  if (fate === 'returned') {
    const found = firstOf(callersOf(source, fn), ({ call }) => madePerCall(source, call, seen));
    return found && { ...found, calls: [...lifetime.calls, ...found.calls] };
  }

  const handler = handlerOf(source, fn.body) ?? reachedFromHandlers(source).get(fn)?.handler;
  if (handler) return { fn, name: nameOf(fn, handler), handler, calls: lifetime.calls };
  if (fate !== 'local' || starting.test(functionName(fn) ?? '') || !servesCaller(source, fn) || isProgramBody(source, fn) || !mayRepeat(source, fn, new Set())) return undefined;
  return { fn, name: nameOf(fn), calls: lifetime.calls };
}

/**
 * Whether the code at `node` runs on every call of some function: the same question for work, whatever becomes of what it gives.
 * `undefined` as for `perCall`, but for functions that return or keep the result.
 */
export function runsPerCall(source: SourceCode, node: TSESTree.Node): PerCall | undefined {
  const kind = fileKind(source);
  if (kind.test || kind.script || kind.migration || kind.cli) return undefined;
  const fn = runningFunction(source, node);
  if (!fn) return undefined;
  const handler = handlerOf(source, fn.body) ?? reachedFromHandlers(source).get(fn)?.handler;
  if (handler) return { fn, name: nameOf(fn, handler), handler, calls: [] };
  return servesCaller(source, fn) && !isProgramBody(source, fn) && mayRepeat(source, fn, new Set()) ? { fn, name: nameOf(fn), calls: [] } : undefined;
}

/** The class whose instances own what is made: it stands in a field's initializer or in the constructor. */
function instanceOwner(node: TSESTree.Node): TSESTree.ClassBody | undefined {
  for (let at: TSESTree.Node = node; at.parent; at = at.parent) {
    const parent: TSESTree.Node = at.parent;
    if (parent.type === 'PropertyDefinition' && parent.value === at) return isFunction(at) ? undefined : parent.parent;
    if (parent.type === 'MethodDefinition') return parent.kind === 'constructor' ? parent.parent : undefined;
    if (parent.type === 'FunctionDeclaration' || parent.type === 'Program') return undefined;
  }
  return undefined;
}

/** Constructions, in this file, of the class with this body. Exported classes may have more elsewhere. */
function instantiations(source: SourceCode, body: TSESTree.ClassBody): TSESTree.NewExpression[] {
  const { parent } = body;
  if (!parent.id || decoratorsOf(parent).length > 0) return [];
  const variables = classVariables(source, parent);
  return variables.flatMap((variable) => variable.references).flatMap(({ identifier }) => {
    const user = identifier.parent;
    return user?.type === 'NewExpression' && user.callee === identifier ? [user] : [];
  });
}

/**
 * The function whose calls decide how often `node` runs: the innermost around it that is not merely part of another's run
 * (array and promise callbacks, functions called where they stand). `undefined`: module level, or a callback nobody knows.
 */
function runningFunction(source: SourceCode, node: TSESTree.Node): FunctionNode | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const parent = fn.parent;
    if (handlerOf(source, fn.body)?.node === fn) return fn;
    if (parent.type === 'CallExpression' && parent.callee === fn) continue;
    if (parent.type === 'NewExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'Promise') continue;
    if (parent.type === 'CallExpression') {
      const { callee } = parent;
      if (callee.type === 'MemberExpression' && inline.test(propertyName(callee) ?? '')) continue;
      // Some other function takes it: it may memoize it, run it once or call it per request.
      return handlerOf(source, fn.body) ? fn : undefined;
    }
    return fn;
  }
  return undefined;
}

/**
 * Whether `fn` does something for its caller: it answers, or needs something from the call. A function that does neither
 * prepares something (creates the database, subscribes), which programs do once.
 */
function servesCaller(source: SourceCode, fn: FunctionNode): boolean {
  if (fn.body.type !== 'BlockStatement' || fn.params.some((param) => param.type !== 'AssignmentPattern' && param.type !== 'RestElement' && !isOptional(param))) return true;
  for (const node of walk(fn.body, source.visitorKeys, (inner) => isFunction(inner))) {
    if (node.type === 'ReturnStatement' && node.argument) return true;
  }
  return false;
}

function isOptional(param: TSESTree.Parameter): boolean {
  return param.type === 'Identifier' && param.optional;
}

/** Whether code outside this file, or several runs of this file's own code, may call `fn`. */
function mayRepeat(source: SourceCode, fn: FunctionNode, seen: Set<FunctionNode>): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  const name = functionName(fn);
  if (name !== undefined && lifecycle.test(name)) return false;
  if (fn.parent.type === 'MethodDefinition') return fn.parent.kind === 'method' && isReachable(source, fn.parent.parent.parent);
  if (exportedFunctions(source).has(fn)) return !runsOnceAtStart(source, fn);
  return callersOf(source, fn).some(({ from }) => from !== undefined && mayRepeat(source, from, seen));
}

/** An exported function that module level of this very file also calls is its start-up code. */
function runsOnceAtStart(source: SourceCode, fn: FunctionNode): boolean {
  return callersOf(source, fn).some(({ from }) => from === undefined) || startsProgram(source, fn);
}

/** A function that makes the server listen runs once, whoever calls it. */
function startsProgram(source: SourceCode, fn: FunctionNode): boolean {
  return usesOf(source, 'listen').some(({ node }) => enclosingFunction(node) === fn);
}

function isReachable(source: SourceCode, owner: TSESTree.Node): boolean {
  if (owner.type !== 'ClassDeclaration' && owner.type !== 'ClassExpression') return false;
  if (owner.type === 'ClassExpression' || decoratorsOf(owner).length > 0) return true;
  return exportedFunctions(source).has(owner) || classVariables(source, owner).some((variable) => variable.references.length > 0);
}

/** Functions and classes that the file exports, also as members of an exported object. */
const exportedFunctions = defineService((source: SourceCode): ReadonlySet<TSESTree.Node> => {
  const found = new Set<TSESTree.Node>();
  const add = (node: TSESTree.Node | null | undefined): void => {
    if (!node || found.has(node)) return;
    found.add(node);
    if (node.type === 'Identifier') {
      const variable = variableOf(source, node);
      add(variable && constantValue(variable));
    } else if (node.type === 'ObjectExpression') {
      for (const property of node.properties) if (property.type === 'Property') add(property.value);
    } else if (node.type === 'VariableDeclaration') {
      for (const declarator of node.declarations) add(declarator.init);
    } else if (node.type === 'AssignmentExpression') {
      add(node.right);
    }
  };
  for (const statement of source.ast.body) {
    if (statement.type === 'ExportDefaultDeclaration') add(statement.declaration);
    else if (statement.type === 'TSExportAssignment') add(statement.expression);
    else if (statement.type === 'ExportNamedDeclaration') {
      add(statement.declaration);
      if (!statement.source) for (const specifier of statement.specifiers) add(specifier.local);
    }
  }
  if (/\bexports\b/u.test(source.text)) {
    for (const node of nodesOf(source, 'AssignmentExpression')) {
      if (/^(?:module\.)?exports\b/u.test(source.getText(node.left))) add(node.right);
    }
  }
  return found;
});

/** What messages call `fn`. */
function nameOf(fn: FunctionNode, handler?: Handler): string {
  const name = functionName(fn);
  if (name !== undefined) return `\`${name}\``;
  return handler ? handler.name : 'this function';
}

function firstOf<T, R>(items: Iterable<T>, find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

