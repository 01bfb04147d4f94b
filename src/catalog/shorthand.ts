import type { Action, Entity, Resource, Retry, Role } from './schema.js';

/** Short forms of facts that hold for many libraries alike. */

/** An asynchronous method with these roles. */
export function method(...roles: Role[]): Entity {
  return { call: { roles, async: true } };
}

/** A synchronous method or function with these roles. */
export function call(...roles: Role[]): Entity {
  return { call: { roles } };
}

/**
 * A client that speaks HTTP only: cheap to build, better shared so that its credentials and settings stand in one place. Most of these
 * SDKs send through the `fetch` or agent of the process (openai, @anthropic-ai/sdk, stripe, @upstash/redis), so nothing is said of connections.
 */
export const httpResource: Resource = { cost: 'sets up an SDK client of its own', singleton: 'prefer', connects: 'never' };

/** The construction of a client that speaks HTTP only. */
export function httpClient(returns: string, roles: Role[], more: Partial<Action> = {}): Action {
  return { roles: ['expensive-client', ...roles], returns, resource: httpResource, ...more };
}

/** A connection pool that opens its connections when they are first needed. */
export const lazyPool: Resource = { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', reconnects: true };

/** Where the options of a standard `fetch` stand; it has no option for a timeout. */
export const fetchArgs = { url: '0', options: '1', method: '1.method', signal: '1.signal', body: '1.body' };

/** The same for a `fetch` that had a `timeout` option in an earlier major version only. */
export const formerFetchArgs = { ...fetchArgs, formerTimeout: '1.timeout' };

/** How queues in Redis try a failed job again: at once, unless its options say otherwise. */
export const jobRetry = {
  count: 'attempts',
  countsFirst: true,
  retries: 0,
  growth: 'none',
  wait: 'backoff',
  kind: 'backoff.type',
  growths: { fixed: 'constant', exponential: 'exponential' },
  mend: { backoff: { 'backoff.type': "'exponential'", 'backoff.delay': '1000' } },
} satisfies Omit<Retry, 'options'>;
