import type { TSESTree } from '@typescript-eslint/utils';
import { isTimedSignal } from './abort-signals.js';
import type { Place } from './arguments.js';
import { optionOf } from './call-options.js';
import { resolveFunction } from './calls.js';
import { exportsOf } from './exports.js';
import { usesOf, versionFits } from './facts.js';
import type { Origin } from './known.js';
import type { OutboundCall } from './outbound-calls.js';
import { packageHasBreaker, policiesAround, type Policy } from './policies.js';
import { programLimits } from './program-limits.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, unwrap, walk, type FunctionNode } from './syntax.js';
import type { Use } from './use.js';
import { propertyOf, valueOf } from './values.js';

/** Whether something is there; `unknown` where the place that decides cannot be seen. */
export type Answer = 'yes' | 'no' | 'unknown';

/** What bounds a call in time. */
export interface TimeLimit {
  readonly limited: Answer;
  /** An abort signal that the call has, but no timer fires. */
  readonly signal?: TSESTree.Node;
}

/**
 * Whether an outbound call gives up after a time: by its options, its signal, its instance's defaults, the library's own default,
 * or a policy around it.
 * Does not see: limits that another file sets on shared defaults or on a global dispatcher, policies around exported functions.
 *
 * @param maxMs a library's own default above this many milliseconds counts as none; what the code states counts whatever it is.
 */
export function timeLimitOf(source: SourceCode, call: OutboundCall, maxMs: number): TimeLimit {
  const own = limitOfUse(source, call.use);
  if (own.limited === 'yes') return own;
  const shared = call.client ? limitOfClient(call.client) : call.hidden ? 'unknown' : changesDefaults(source) ? 'yes' : 'no';
  if (shared === 'yes' || withinDefault(call, maxMs) || setsGlobally(source)) return { limited: 'yes' };
  const around = policiesAround(source, call.node);
  if (around.has('timeout')) return { limited: 'yes' };
  if (own.limited === 'unknown' || shared === 'unknown' || around.has('opaque') || mayBeWrapped(source, call.node)) return { limited: 'unknown' };
  return hasProgramLimit(source, call.use) ? { limited: 'yes' } : own;
}

/** Whether the program sets a limit for calls of this kind once for all: on a client's defaults, or behind what goes through `fetch`. */
export function hasProgramLimit(source: SourceCode, use: Use): boolean {
  const { defaults, dispatcher } = programLimits(source);
  // What goes through `fetch` has a default; clients of their own wait for ever unless their defaults say otherwise.
  return (use.action.defaults?.timeoutMs ?? 0) > 0 ? dispatcher : defaults;
}

/** Whether an instance is made with a time limit, or gets one from what it was extended from or in its file. */
export function limitOfClient({ source, use }: Origin): Answer {
  const own = limitOfUse(source, use);
  if (own.limited !== 'no') return own.limited;
  if (changesDefaults(source)) return 'yes';
  return use.known.origin ? limitOfClient(use.known.origin) : 'no';
}

/** What the arguments of a call or construction say of its time limit. */
export function limitOfUse(source: SourceCode, use: Use): TimeLimit {
  const timeout = optionOf(source, use, 'timeout');
  if (typeof timeout === 'object' && isSet(source, timeout.found)) return { limited: 'yes' };
  // Counts unless the version in use surely has the option no more.
  if (typeof optionOf(source, use, 'formerTimeout') === 'object' && versionFits(source, use.known, use.action.formerTimeout)) return { limited: 'yes' };
  const signal = optionOf(source, use, 'signal');
  const timed = typeof signal === 'object' ? isTimedSignal(source, signal.found) : undefined;
  if (timed === 'yes') return { limited: 'yes' };
  if (timeout === 'unknown' || signal === 'unknown' || timed === 'unknown' || takesRequest(use)) return { limited: 'unknown' };
  if (others.some((name) => hasOption(source, use, name) !== 'absent')) return { limited: 'unknown' };
  return typeof signal === 'object' ? { limited: 'no', signal: signal.found } : { limited: 'no' };
}

/**
 * Options that may bring a limit of their own: a connection pool, a cancel token, an adapter. A body that is streamed (`duplex`)
 * takes as long as its size needs, and `keepalive` and `mode` are for code in pages.
 */
const others = ['dispatcher', 'cancelToken', 'adapter', 'agent', 'fetch', 'httpAgent', 'httpsAgent', 'hooks', 'deadline', 'duplex', 'keepalive', 'mode'];

function hasOption(source: SourceCode, use: Use, name: string): Place {
  const options = optionOf(source, use, 'options');
  return typeof options === 'object' ? propertyOf(source, options.found, name) : options;
}

/** `timeout: undefined` says nothing; `timeout: 0` says that somebody has thought about it. */
function isSet(source: SourceCode, node: TSESTree.Node): boolean {
  const value = valueOf(source, node);
  return !value.known || value.value !== undefined;
}

/** A `Request` brings a signal of its own. */
function takesRequest(use: Use): boolean {
  const first = use.args[0] && unwrap(use.args[0]);
  if (!first || use.action.args?.['signal'] === undefined) return false;
  if (first.type === 'NewExpression') return first.callee.type === 'Identifier' && first.callee.name === 'Request';
  const named = first.type === 'CallExpression' || first.type === 'AwaitExpression' ? calleeOf(first) : first;
  return first.type === 'SpreadElement' || (named?.type === 'Identifier' && /^(?:_?req|request|input|info|.*Request)$/u.test(named.name));
}

/** The name of the function called: `buildRequest(url)` gives a `Request`, too. */
function calleeOf(node: TSESTree.CallExpression | TSESTree.AwaitExpression): TSESTree.Node | undefined {
  const call = node.type === 'AwaitExpression' ? unwrap(node.argument) : node;
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  return callee?.type === 'MemberExpression' ? callee.property : callee;
}

function withinDefault(call: OutboundCall, maxMs: number): boolean {
  const ms = call.client?.use.action.defaults?.timeoutMs ?? call.use.action.defaults?.timeoutMs;
  return ms !== undefined && ms > 0 && ms <= maxMs;
}

/** `client.defaults.timeout = 5000`, or an interceptor of requests that sets a limit. */
const changesDefaults = defineService(({ text }: SourceCode): boolean =>
  /\bdefaults(?:\.|\[['"])timeout\b/u.test(text) || (/\binterceptors\.request\b/u.test(text) && /\.(?:timeout|signal)\s*(?:\?\?|\|\|)?=/u.test(text)));

/** `setGlobalDispatcher(new Agent({ headersTimeout: 5000 }))`; a bare proxy agent sets no limit. */
const setsGlobally = defineService((source: SourceCode): boolean => usesOf(source, 'timeout').some(({ action, args }) => {
  if (action.args?.['dispatcher'] === undefined) return false;
  return args.some((argument) => [...walk(argument, source.visitorKeys)].some((node) => node.type === 'Property' && /timeout/iu.test(source.getText(node.key))) || argument.type === 'Identifier');
}));

/** An exported function of a package that has a breaker may be handed to it in another file. */
export function mayBeWrapped(source: SourceCode, node: TSESTree.Node): boolean {
  if (!packageHasBreaker(source)) return false;
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (isOffered(source, fn)) return true;
  return false;
}

/** The policies around a call, and those that its instance was given. */
export function policiesOf(source: SourceCode, call: OutboundCall): ReadonlySet<Policy> {
  const found = new Set(policiesAround(source, call.node));
  for (let client = call.client; client; client = client.use.known.origin) {
    for (const policy of policiesAround(client.source, client.use.node)) found.add(policy);
  }
  return found;
}

/** Whether other files may call a function: exported by name or as the module, or a method, which they reach through its object. */
export function isOffered(source: SourceCode, fn: FunctionNode): boolean {
  if (fn.parent.type === 'MethodDefinition' || fn.parent.type === 'PropertyDefinition') return true;
  const { named, whole } = exportsOf(source);
  const values = [...named.values(), ...(whole ? [whole] : [])];
  return values.some((value) => value.kind === 'local' && (value.node === fn || resolveFunction(source, value.node) === fn));
}
