import type { TSESTree } from '@typescript-eslint/utils';
import { commandDecorator } from '../catalog/known-names.js';
import type { Role } from '../catalog/schema.js';
import { optionOf } from './call-options.js';
import { contextOf } from './context.js';
import { usesOfPackages, versionFits } from './facts.js';
import { handlers, reachOf } from './handlers.js';
import { isLoopback } from './url-targets.js';
import { outboundCallsOfPackages, type OutboundCall } from './outbound-calls.js';
import { dependencyRoles, isBuiltForEdge } from './package-roles.js';
import { platformOf } from './platform.js';
import { policiesAround } from './policies.js';
import { programLimits } from './program-limits.js';
import { endsProgram, runsOnce } from './programs.js';
import { hasProgramLimit, limitOfClient, limitOfUse, timeLimitOf } from './resilience.js';
import type { SourceCode } from './service.js';
import { slownessOf } from './slow-requests.js';
import { isStreamed } from './streaming.js';
import type { Use } from './use.js';
import { isNeverCalled, isUnasked } from './unasked-calls.js';
import { propertyOf } from './values.js';
import { isWorker } from './workers.js';

/** What waits without a limit: a call, or the construction of an instance whose calls do. */
export interface Unlimited {
  readonly use: Use;
  readonly of: 'call' | 'client';
  /** A language model answers, which may rightly take a minute. */
  readonly ofModel: boolean;
  /** The calls of the instance in this file that have no limit. */
  readonly calls: number;
  /** After how many milliseconds the library gives up by itself; 0: never. */
  readonly defaultMs: number;
  /** A signal that the call has, but no timer fires. */
  readonly signal?: TSESTree.Node;
  /** A `timeout` that the function called does not know and ignores: the value given. */
  readonly ignored?: TSESTree.Node;
}

export interface Limits {
  /** A library's own default above this many milliseconds counts as none. */
  readonly maxMs: number;
  /** Also database drivers and other clients that wait for ever by default. */
  readonly drivers: boolean;
}

/**
 * The outbound calls and clients of the file that nothing bounds in time, one for each cause: a call on an instance of this file
 * counts for the instance's construction. Streams are left out, and calls on instances of other files, where the cause stands.
 */
export function unlimitedCalls(source: SourceCode, { maxMs, drivers }: Limits): readonly Unlimited[] {
  const clients = new Map<Use, { limited: number; unlimited: number }>();
  const found: Unlimited[] = [];
  for (const call of outboundCallsOfPackages(source)) {
    if ((call.client && call.client.source !== source) || isLoopback(call.target) || isUnasked(source, call)) continue;
    const limit = isStreamed(source, call.use) ? undefined : timeLimitOf(source, call, maxMs);
    const isLimited = limit?.limited !== 'no';
    if (call.client && takesLimit(call.client.use)) {
      const count = clients.get(call.client.use) ?? { limited: 0, unlimited: 0 };
      count[isLimited ? 'limited' : 'unlimited'] += 1;
      clients.set(call.client.use, count);
    } else if (!isLimited && canBeLimited(source, call.use)) {
      const slow = slownessOf(source, call.use, call.target.path);
      if (slow === undefined || (slow === 'model' && (drivers || servesRequest(source, call.node)))) found.push({ ...unlimitedCall(source, call, limit.signal), ofModel: slow === 'model' });
    }
  }
  for (const use of constructions(source, drivers)) {
    if (isModelClient(use) && !drivers && !keepsRequestWaiting(source, use)) continue;
    const count = clients.get(use) ?? { limited: 0, unlimited: 0 };
    // All calls of it that can be seen bring their own limit, or are streams.
    if (count.unlimited === 0 && (count.limited > 0 || !isLongWait(use, maxMs))) continue;
    if (isLongWait(use, maxMs) && limitOfClient({ source, use }) === 'no' && !policiesAround(source, use.node).has('opaque') && !hasProgramLimit(source, use)) {
      found.push({ use, of: 'client', ofModel: isModelClient(use), calls: count.unlimited, defaultMs: use.action.defaults?.timeoutMs ?? 0 });
    }
  }
  for (const use of modelCalls(source)) {
    if ((drivers || servesRequest(source, use.node)) && isLongWait(use, maxMs) && !isStreamed(source, use) && limitOfUse(source, use).limited === 'no' && policiesAround(source, use.node).size === 0) {
      found.push({ use, of: 'call', ofModel: true, calls: 1, defaultMs: use.action.defaults?.timeoutMs ?? 0 });
    }
  }
  // The dear questions last: they look for handlers.
  if (found.length === 0 || hasPlatformLimit(source) || runsOnce(source) || isOfCommandLine(source) || isOnEdge(source) || platformOf(source) !== 'server') return [];
  // An instance that extends another gets its limit there.
  const made = new Set(found.map(({ use }) => use));
  return found.filter(({ use }) => !(use.known.origin && made.has(use.known.origin.use)) && !endsProgram(source, use.node) && !isNeverCalled(source, use.node)).sort((a, b) => a.use.node.range[0] - b.use.node.range[0]);
}

function unlimitedCall(source: SourceCode, { use }: OutboundCall, signal: TSESTree.Node | undefined): Unlimited {
  const options = use.action.args?.['timeout'] === undefined ? optionOf(source, use, 'options') : 'absent';
  const ignored = typeof options === 'object' ? propertyOf(source, options.found, 'timeout') : 'absent';
  return {
    use,
    of: 'call',
    ofModel: false,
    calls: 1,
    defaultMs: use.action.defaults?.timeoutMs ?? 0,
    ...(signal && { signal }),
    ...(typeof ignored === 'object' && { ignored: ignored.found }),
  };
}

/** The call has a place for a limit: an option, a signal, or a link of its chain; and how long it waits is known for the version in use. */
function canBeLimited(source: SourceCode, { action, args, known }: Use): boolean {
  if (!versionFits(source, known, action.defaults?.versions)) return false;
  // Its only place is in the first argument, which is a text here: `request(url, query)`.
  if (action.args?.['timeout'] === undefined && action.args?.['signal'] === '0.signal' && isText(args)) return false;
  return action.args?.['timeout'] !== undefined || action.args?.['signal'] !== undefined || (action.returns !== undefined && action.defaults?.timeoutMs !== undefined);
}

function isText(args: Use['args']): boolean {
  return args.length > 1 || args[0]?.type === 'Literal' || args[0]?.type === 'TemplateLiteral' || args[0]?.type === 'TaggedTemplateExpression';
}

/** Whether the construction has a place for a limit; else each call must bring its own. */
function takesLimit({ action }: Use): boolean {
  return action.args?.['timeout'] !== undefined;
}

function isLongWait({ action }: Use, maxMs: number): boolean {
  const ms = action.defaults?.timeoutMs ?? 0;
  return ms === 0 || ms > maxMs;
}

const clientRoles: readonly Role[] = ['http-client', 'llm'];

/** Constructions of clients with a place for a limit. */
function constructions(source: SourceCode, drivers: boolean): readonly Use[] {
  const roles = drivers ? [...clientRoles, 'expensive-client' as const, 'mail' as const] : clientRoles;
  return usesOfPackages(source, ...roles).filter((use) => use.kind !== 'decorate' && takesLimit(use) && isMade(use) && (isPlain(use) || use.action.defaults?.timeoutMs !== undefined));
}

/** An instance of an HTTP client, not a pool of connections, whose calls have defaults of their own. */
function isPlain({ action }: Use): boolean {
  return action.roles?.includes('http-client') === true && !action.resource;
}

/** A client is what it gives; calls of a model have the role `llm` too. */
function isMade({ action }: Use): boolean {
  return action.returns !== undefined && !action.roles?.some((role) => role === 'http-call' || role === 'agent-call' || role === 'agent-stream');
}

function isModelClient({ action }: Use): boolean {
  return action.roles?.includes('llm') === true;
}

/** Models may think for minutes; where a request waits for the answer, its client has gone by then. */
function keepsRequestWaiting(source: SourceCode, client: Use): boolean {
  return usesOfPackages(source, 'agent-call', 'embedding').some((use) =>
    use.known.origin?.use === client && !isStreamed(source, use) && limitOfUse(source, use).limited === 'no' && servesRequest(source, use.node));
}

const requestKinds: ReadonlySet<string> = new Set(['http', 'rpc', 'graphql']);

function servesRequest(source: SourceCode, node: TSESTree.Node): boolean {
  const handler = reachOf(source, node)?.handler;
  return handler !== undefined && requestKinds.has(handler.kind);
}

/** The platform ends the function after a time that whoever wrote it chose: `export const maxDuration = 60`, or `maxDuration` of the adapter for all functions. */
function hasPlatformLimit(source: SourceCode): boolean {
  return /\bmaxDuration\b/u.test(source.text) || programLimits(source).functions;
}

/** The package is a program for the command line and serves nothing: whoever runs it ends it, and it may call what is slow. */
function isOfCommandLine(source: SourceCode): boolean {
  if (commandDecorator.test(source.text)) return true;
  const { host, filename } = contextOf(source);
  if (host?.manifest(filename)?.programs !== true) return false;
  const roles = dependencyRoles(source);
  return roles.has('cli') && !servers.some((role) => roles.has(role)) && handlers(source).length === 0;
}

const servers: readonly Role[] = ['web-framework', 'queue-worker', 'serverless', 'di-container', 'queue', 'cron', 'orm', 'websocket'];

/** An edge runtime, whose platform ends what takes long and whose `fetch` is not Node's: `export const runtime = 'edge'`, an adapter for one in the package, the shape of a worker, or where the framework runs such a file. */
function isOnEdge(source: SourceCode): boolean {
  const stated = /\bruntime\s*[:=]\s*['"](?:experimental-)?(edge|nodejs)\b/u.exec(source.text)?.[1];
  return stated === undefined ? isBuiltForEdge(source) || isWorker(source) || handlers(source).some(({ convention }) => convention?.edge === true) : stated === 'edge';
}

/** Calls of models that belong to no client: `generateText({ model, prompt })`. */
function modelCalls(source: SourceCode): readonly Use[] {
  return usesOfPackages(source, 'agent-call').filter((use) => use.kind === 'call' && !use.known.origin && use.action.defaults?.timeoutMs !== undefined && takesLimit(use));
}
