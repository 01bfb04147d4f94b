import type { TSESTree } from '@typescript-eslint/utils';
import { usesOf } from './facts.js';
import { globalReferences } from './imports.js';
import type { Repetition } from './repetition.js';
import { calledNames } from './retry-purpose.js';
import type { SourceCode } from './service.js';
import { contains, isFunction, unwrap, walk } from './syntax.js';
import type { Role } from '../catalog/schema.js';

/**
 * Where the work is done that a retry repeats: by another system over the network (`remote`), in this process, on this
 * machine or in its own database (`local`), by whatever the caller hands in (`given`), or nobody can tell.
 * Does not see: what functions of other files do.
 */
export function whereTried(source: SourceCode, { tried, handler, fn, delay }: Repetition): 'remote' | 'local' | 'given' | 'unknown' {
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
  return awaitedCallees(source, tried).some((name) => parameters.has(name)) ? 'given' : 'unknown';
}

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
