import type { TSESTree } from '@typescript-eslint/utils';
import { agentCallOf, type AgentCall } from './agents/agent-calls.js';
import { argumentAt } from './arguments.js';
import { usesOf, type Use } from './facts.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, propertyName, unwrap } from './syntax.js';
import { stringOf } from './values.js';

/** Which awaited calls are looked at: those of agents and models, also reads over the network, or every call. */
export type CallScope = 'agents' | 'external' | 'all';

/** An awaited call that may run beside others. */
export interface AwaitedCall extends Omit<AgentCall, 'origin'> {
  /** `read`: a read of a database or a GET. `unknown`: any other call. */
  readonly origin: AgentCall['origin'] | 'read' | 'unknown';
}

const none = { tools: false, reports: false, state: new Set<string>() } as const;
const externalUses = defineService((source: SourceCode): ReadonlyMap<TSESTree.Node, Use> => new Map(usesOf(source, 'http-call', 'read').map((use) => [use.node, use])));
const ordered = defineService((source: SourceCode): ReadonlySet<TSESTree.Node> => new Set(usesOf(source, 'write', 'transaction', 'publish', 'sleep', 'mail', 'payment', 'agent-stream').map((use) => use.node)));

/** What a call is in the eyes of a scope; `undefined` if it is not looked at. */
export function awaitedCallOf(source: SourceCode, call: TSESTree.CallExpression, scope: CallScope): AwaitedCall | undefined {
  const agent = agentCallOf(source, call);
  if (agent || scope === 'agents') return agent;
  const use = externalUses(source).get(call);
  if (use) return isRead(source, use) && !onOneConnection(call) ? { origin: 'read', ...none } : undefined;
  return scope === 'all' && !ordered(source).has(call) && !waits(source, call) && !onOneConnection(call) ? { origin: 'unknown', ...none } : undefined;
}

/** A database read, or an HTTP request whose method is GET or HEAD for sure. */
function isRead(source: SourceCode, { node, action, known, args }: Use): boolean {
  if (action.roles?.includes('write') || node.type !== 'CallExpression') return false;
  if (action.roles?.includes('read')) return action.async === true;
  const name = known.path.split('.').at(-1) ?? '';
  if (/^(?:post|put|patch|delete|del|postForm|putForm|patchForm|graphql|rawRequest|batchRequests)$/u.test(name)) return false;
  if (/^(?:get|head)$/u.test(name)) return true;
  const place = action.args?.['method'] === undefined ? 'unknown' : argumentAt(source, args, action.args['method']);
  return place === 'absent' || (typeof place === 'object' && /^(?:get|head)$/iu.test(stringOf(source, place.found) ?? ''));
}

/** One connection answers one query at a time, and a transaction's statements have an order. */
function onOneConnection(call: TSESTree.CallExpression): boolean {
  let root = unwrap(call);
  while (root.type === 'MemberExpression' || root.type === 'CallExpression') root = unwrap(root.type === 'MemberExpression' ? root.object : root.callee);
  if (root.type === 'Identifier' && /^(?:tx|trx|transaction|session|conn|connection|client|page|browser|queryRunner)$/u.test(root.name)) return true;
  const around = enclosingFunction(call)?.parent;
  const callee = around?.type === 'CallExpression' ? unwrap(around.callee) : undefined;
  return callee?.type === 'MemberExpression' && /transaction/iu.test(propertyName(callee) ?? '');
}

const waiting = /^(?:sleep|delay|wait\w*|pause|throttle|setTimeout|limit|acquire|lock|connect|disconnect|close|init\w*|setup|start|stop|begin|commit|rollback|save|update|insert|create|delete|remove|write\w*|send|publish|flush)$/iu;

/** Calls whose place in the order is what they are for. */
function waits(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
  return name === undefined || waiting.test(name) || source.getText(callee) === 'Promise.all';
}
