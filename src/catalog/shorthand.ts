import type { Action, Entity, Resource, Role } from './schema.js';

/** Short forms of facts that hold for many libraries alike. */

/** An asynchronous method with these roles. */
export function method(...roles: Role[]): Entity {
  return { call: { roles, async: true } };
}

/** A synchronous method or function with these roles. */
export function call(...roles: Role[]): Entity {
  return { call: { roles } };
}

/** A client that speaks HTTP only: cheap to build, better shared for the connections it keeps alive. */
export const httpResource: Resource = { cost: 'sets up HTTP connections of its own', singleton: 'prefer', connects: 'never' };

/** The construction of a client that speaks HTTP only. */
export function httpClient(returns: string, roles: Role[], more: Partial<Action> = {}): Action {
  return { roles: ['expensive-client', ...roles], returns, resource: httpResource, ...more };
}

/** A connection pool that opens its connections when they are first needed. */
export const lazyPool: Resource = { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', reconnects: true };

/** Where the options of an HTTP call with the URL first and the options second stand. */
export const urlAndOptions = { url: '0', options: '1', method: '1.method', timeout: '1.timeout', signal: '1.signal', body: '1.body' };
