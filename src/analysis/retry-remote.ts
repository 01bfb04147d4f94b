import type { TSESTree } from '@typescript-eslint/utils';
import { callersOf, callsIn, constantValue, resolveFunction, variableOf } from './calls.js';
import { contextOf } from './context.js';
import { knownOf, usesOf } from './facts.js';
import { globalReferences } from './imports.js';
import type { Repetition } from './repetition.js';
import { calledNames } from './retry-purpose.js';
import type { SourceCode } from './service.js';
import { contains, isFunction, unwrap, walk, type FunctionNode } from './syntax.js';
import type { Role } from '../catalog/schema.js';

/**
 * Where the work is done that a retry repeats: by another system over the network (`remote`), in this process, on this
 * machine or in its own database (`local`), by a client of another system of which the catalog does not know this call (`client`),
 * by whatever the caller hands in (`given`), by a package that the catalog does not know (`package`: its export, or what one makes),
 * or nobody can tell. `handed`: by what the caller hands in, and one in this file hands in a call of another system.
 * Does not see: what functions of other files do or hand in.
 */
export function whereTried(source: SourceCode, { tried, handler, fn, delay }: Repetition): 'remote' | 'local' | 'client' | 'handed' | 'given' | 'package' | 'unknown' {
  // Where an answer is parsed and nobody waits, another answer is wanted, not another time; a lock or version that changed is free at once.
  if ((delay.growth === 'none' && calledNames(source, tried).some((name) => parsing.test(name))) || looksAtLocks(source, handler)) return 'local';
  if (delay.amount && ownDatabase.test(source.getText(delay.amount))) return 'local';
  const inside = (nodes: readonly TSESTree.Node[]) => nodes.some((node) => contains(tried, node));
  const calls = usesOf(source, ...remote).filter(({ node }) => contains(tried, node));
  // A library that tries again by itself waits in between.
  if (calls.length > 0) return calls.every(({ action }) => (action.defaults?.retries ?? 0) > 0) ? 'local' : 'remote';
  if (inside(globalReferences(source, 'fetch'))) return 'remote';
  if (inside(usesOf(source, ...local).map(({ node }) => node)) || ownNames(source, tried).every((name) => ofMachine.test(name))) return 'local';
  const parameters = new Set(fn?.params.flatMap((param) => (param.type === 'Identifier' ? [param.name] : [])) ?? []);
  const called = awaitedCallees(source, tried).filter((name) => parameters.has(name));
  if (fn && called.length > 0) return called.some((name) => isHandedRemote(source, fn, name)) ? 'handed' : 'given';
  const roots = awaitedRoots(source, tried);
  if (roots.some((root) => isClient(source, root))) return 'client';
  return roots.some((root) => isOfPackage(source, root)) ? 'package' : 'unknown';
}

/** Calls of functions of the file that are followed from what a caller hands in. */
const maxDepth = 3;

/** Whether some call of `fn` in the file gives its parameter `name` a function that calls another system, itself or through functions of the file. */
function isHandedRemote(source: SourceCode, fn: FunctionNode, name: string): boolean {
  const index = fn.params.findIndex((param) => param.type === 'Identifier' && param.name === name);
  return callersOf(source, fn).some(({ call }) => {
    const handed = call.arguments[index];
    const target = handed && resolveFunction(source, handed);
    return target !== undefined && callsRemote(source, target, 0);
  });
}

function callsRemote(source: SourceCode, fn: FunctionNode, depth: number): boolean {
  const nodes = [...usesOf(source, ...remote).filter(({ action }) => (action.defaults?.retries ?? 0) === 0).map(({ node }) => node), ...globalReferences(source, 'fetch')];
  if (nodes.some((node) => contains(fn, node))) return true;
  return depth < maxDepth && callsIn(source, fn).some(({ target }) => callsRemote(source, target, depth + 1));
}

/** Something of a library that talks to another system: a broker, a vector store, a service for traces. */
function isClient(source: SourceCode, root: TSESTree.Identifier): boolean {
  const library = knownOf(source, root)?.library;
  return library !== undefined && talking.some((role) => library.roles?.includes(role));
}

const talking: readonly Role[] = ['queue', 'search', 'storage', 'http-client', 'rpc-client', 'payment', 'llm', 'agent', 'mail', 'sms', 'push', 'tracing'];

/** What stands leftmost in the callees of what is awaited: `client` of `client.send()`. */
function awaitedRoots(source: SourceCode, tried: TSESTree.Node): TSESTree.Identifier[] {
  return [...walk(tried, source.visitorKeys, isFunction)].flatMap((node) => {
    const call = node.type === 'AwaitExpression' ? unwrap(node.argument) : undefined;
    const root = call?.type === 'CallExpression' ? rootOf(call.callee) : undefined;
    return root ? [root] : [];
  });
}

function rootOf(node: TSESTree.Node): TSESTree.Identifier | undefined {
  let at = unwrap(node);
  while (at.type === 'MemberExpression') at = unwrap(at.object);
  return at.type === 'Identifier' ? at : undefined;
}

/** An import from a package that the nearest package.json lists, or a variable that one of its functions or classes fills or types. */
function isOfPackage(source: SourceCode, root: TSESTree.Identifier, depth = 0): boolean {
  const variable = variableOf(source, root);
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition) return false;
  if (definition.type === 'ImportBinding') return definition.parent?.type === 'ImportDeclaration' && isPackage(source, definition.parent.source.value);
  // `client: Client`, a class of the package.
  const type = definition.name.type === 'Identifier' ? definition.name.typeAnnotation?.typeAnnotation : undefined;
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && depth < 3 && isOfPackage(source, type.typeName, depth + 1)) return true;
  const made = constantValue(variable);
  const at = made && unwrap(made.type === 'AwaitExpression' ? made.argument : made);
  if (at?.type === 'CallExpression' && at.callee.type === 'Identifier' && at.callee.name === 'require') {
    const [from] = at.arguments;
    return from?.type === 'Literal' && typeof from.value === 'string' && isPackage(source, from.value);
  }
  const maker = at?.type === 'NewExpression' || at?.type === 'CallExpression' ? rootOf(at.callee) : undefined;
  return maker !== undefined && depth < 3 && isOfPackage(source, maker, depth + 1);
}

/** With no package.json in sight, whatever is not written like a path or an alias of one. */
function isPackage(source: SourceCode, from: string): boolean {
  if (/^(?:[./#~]|@\/|node:)/u.test(from)) return false;
  const name = from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/');
  const { host, filename } = contextOf(source);
  const manifest = host?.manifest(filename);
  return manifest ? name in manifest.dependencies : !ofNode.test(from);
}

const ofNode = /^(?:fs|path|os|crypto|child_process|stream|util|timers|events)(?:\/|$)/u;

const remote: readonly Role[] = ['http-call', 'rpc-call', 'agent-call', 'agent-stream', 'embedding', 'storage', 'search', 'mail', 'sms', 'push', 'payment', 'publish'];
const local: readonly Role[] = ['orm', 'sql', 'cache', 'read', 'write', 'raw-sql', 'transaction', 'blocking'];
/** Whose wait is named after the database does its work there: `CANCEL_DB_RETRY_MS`. */
const ownDatabase = /(?:^|_)(?:DB|DATABASE)(?:_|$)|\b(?:db|database)[A-Z]/u;
const parsing = /^(?:parse|safeParse|parseAsync|validate|parseJson|extractJson)$/iu;
const ofMachine = /^(?:readFile|writeFile|rename|unlink|rm|rmdir|mkdir|stat|lstat|access|open|close|copyFile|readdir|exec|execFile|spawn|execa|kill|lock|acquire|release|import)\w*$/iu;

function looksAtLocks(source: SourceCode, handler: TSESTree.Node): boolean {
  for (const node of walk(handler, source.visitorKeys, isFunction)) {
    if (node.type === 'IfStatement' && /version|lock|serializ|P2034|40001|40P01|concurren|stale|busy|EBUSY|ENOENT|EPERM/iu.test(source.getText(node.test))) return true;
  }
  return false;
}

function ownNames(source: SourceCode, tried: TSESTree.Node): string[] {
  const names = awaitedCallees(source, tried).map((name) => name.slice(name.lastIndexOf('.') + 1));
  return names.length > 0 ? names : ['?'];
}

/** The dotted names of what is awaited: `fn`, `client.send`. */
function awaitedCallees(source: SourceCode, tried: TSESTree.Node): string[] {
  return [...walk(tried, source.visitorKeys, isFunction)].flatMap((node) => {
    const call = node.type === 'AwaitExpression' ? unwrap(node.argument) : undefined;
    return call?.type === 'CallExpression' ? [source.getText(unwrap(call.callee))] : [];
  });
}
