import type { TSESTree } from '@typescript-eslint/utils';
import type { Resource } from '../catalog/schema.js';
import { callersOf, type LocalCall } from './calls.js';
import { contextOf } from './context.js';
import { useOf, type Use } from './facts.js';
import { relativePath } from './files.js';
import type { MethodCall } from './lifetime.js';
import { parametersBehind, valuesBehind } from './parameters.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, functionName, isFunction, walk, type FunctionNode } from './syntax.js';
import { stringOf, templateParts } from './values.js';

/**
 * Whether a client made in a function could serve all calls of it.
 *
 * `own`: no. It is put into a state that belongs to one user (subscription, transaction, blocking read), or it is there to
 * administer something and closed again, or it is made from
 * what the call brought with it and closed again (a connection test), or from what the function first waits for or what takes turns
 * (one of several keys), or closed again where one per job is usual or costs little, or reads from the environment what the function has just put there, or a runtime binds it to the request.
 * `keyed`: what it is made from comes from the function's parameters, so one per key could be shared.
 * `instance`: it is made from `this`, so one per instance could be shared. `shared`: one for all.
 * Does not see: what a function does that receives the client or that computes its arguments.
 */
export type Sharing = 'own' | 'keyed' | 'instance' | 'shared';

/** SQL that changes the state of one connection. Source: the PostgreSQL and MySQL manuals on session state. */
const sessionStatement = /^\s*(?:BEGIN|START\s+TRANSACTION|LISTEN|LOCK|DECLARE|PREPARE|SET\s+(?:SESSION|LOCAL|ROLE|search_path)|SELECT\s+(?:pg_(?:try_)?advisory\w*|GET_LOCK))\b/iu;

/** Events about the connection itself; listening to any other is a subscription. */
const connectionEvents = /^(?:error|connect|connection|connected|ready|open|end|close|closed|disconnect|disconnected|reconnect|reconnecting|drain|idle|warning|timeout|wait)$/u;

/** @param calls every method call on the client that is in sight. */
export function sharingOf(source: SourceCode, use: Use, resource: Resource, calls: readonly MethodCall[]): Sharing {
  if (calls.some((call) => resource.exclusive?.includes(call.name) || runsSessionStatement(source, call.node) || subscribes(source, call))) return 'own';
  const isCheap = resource.singleton === 'prefer';
  if ((resource.perJob || isCheap) && calls.some((call) => closes(resource, call.name))) return 'own';
  if (calls.some((call) => closes(resource, call.name)) && administers(source, use)) return 'own';
  // `client.setCredentials(tokens)`: whose they are differs from call to call.
  if (isCheap && calls.some((call) => /^set[A-Z]/u.test(call.name))) return 'own';
  const fn = enclosingFunction(use.node);
  const inputs = fn ? parametersBehind(source, use.args, fn) : [];
  if (fn && (inputs.some((input) => input.path.includes('env')) || callersOf(source, fn).some(passesEnvironment(source)))) return 'own';
  // A session or a tenant's credentials, fetched first, may be others each time.
  if (fn && isBehind(source, use.args, fn, 'AwaitExpression')) return 'own';
  if (fn && (takesTurns(source, use.args, fn) || fillsEnvironment(source, fn))) return 'own';
  if (inputs.length > 0) return calls.some((call) => closes(resource, call.name)) ? 'own' : 'keyed';
  return fn && isBehind(source, use.args, fn, 'ThisExpression') ? 'instance' : 'shared';
}

/** Names of functions that give something else from time to time, and reads of the clock: one of several keys, hosts or accounts. */
const turns = /\b\w*(?:rotat|random|round_?robin|shuffle)\w*\(|\b(?:pick|choose|next)\w*(?:key|token|account|credential|host|endpoint|region|node)s?\(|\bDate\.now\(|\bnew Date\b/iu;

function takesTurns(source: SourceCode, args: readonly TSESTree.Node[], fn: FunctionNode): boolean {
  return valuesBehind(source, args, fn).some((value) => turns.test(source.getText(value)));
}

/** `process.env.AZURE_TENANT_ID = tenant.id`: what is made next may read it. */
function fillsEnvironment(source: SourceCode, fn: FunctionNode): boolean {
  if (!/\bprocess\.env(?:\.\w+|\[[^\]]+\])\s*=[^=]/u.test(source.getText(fn))) return false;
  for (const node of walk(fn.body, source.visitorKeys)) {
    if (node.type === 'AssignmentExpression' && node.right.type !== 'Literal' && source.getText(node.left).startsWith('process.env')) return true;
  }
  return false;
}

/** Workers runtimes hand resources over as `env`, for one request, and forbid to use them in another. */
function passesEnvironment(source: SourceCode): (call: LocalCall) => boolean {
  return ({ call, from }) => from !== undefined && valuesBehind(source, call.arguments, from).some((value) => /(?<!process\.)\benv\b/u.test(source.getText(value)));
}

/** Whether a node of `type` stands in the arguments, or in the initializers of local variables that they read. */
function isBehind(source: SourceCode, args: readonly TSESTree.Node[], fn: FunctionNode, type: 'AwaitExpression' | 'ThisExpression'): boolean {
  return valuesBehind(source, args, fn).some((value) => {
    for (const node of walk(value, source.visitorKeys)) if (node.type === type) return true;
    return false;
  });
}

/** Whether a method of the client closes it. */
export function closes(resource: Resource, method: string): boolean {
  return resource.close?.includes(method) ?? false;
}

/** Words for work of an operator: rare, often with other rights than the program has, and over when the connection is closed. */
const administration = /(?:^|[^a-z])(?:admin|migrat|provision|deprovision|ownership|maintenance|backfill|repair)|(?:Admin|Migrat|Provision|Deprovision|Ownership|Maintenance|Backfill|Repair)/u;

/** Whether the path of the file, the functions around it or what the client is called tell of administration. */
function administers(source: SourceCode, { node }: Use): boolean {
  const { filename, cwd } = contextOf(source);
  if (administration.test(relativePath(filename, cwd))) return true;
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    const name = at.type === 'VariableDeclarator' && at.id.type === 'Identifier' ? at.id.name : isFunction(at) ? functionName(at) : undefined;
    if (name !== undefined && administration.test(name)) return true;
  }
  return false;
}

function subscribes(source: SourceCode, { name, node }: MethodCall): boolean {
  if (useOf(source, node)?.action.roles?.includes('subscribe')) return true;
  if (!/^(?:on|once|addListener)$/u.test(name) || !node.arguments[0]) return false;
  const event = stringOf(source, node.arguments[0]);
  return event !== undefined && !connectionEvents.test(event);
}

function runsSessionStatement(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const [first] = call.arguments;
  const [part] = first ? templateParts(source, first) : [];
  return part?.kind === 'static' && sessionStatement.test(part.text);
}
