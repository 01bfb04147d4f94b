import type { Collaborator } from '../../analysis/collaborators.js';
import { clientName } from './construction.js';

/**
 * What to call a parameter that takes a collaborator, best first: after its class (`redis`, `orderService`), what it is for
 * (`db`), the last word of its class (`service`), or just `client`.
 */
export function parameterNames({ node, name, use }: Collaborator): string[] {
  const byClass = clientName(node, { path: use?.known.path ?? '' });
  const isDatabase = use?.action.roles?.some((role) => role === 'sql' || role === 'orm') ?? false;
  const lastWord = /[A-Z][a-z]+$/u.exec(name)?.[0].toLowerCase();
  return [byClass, ...(isDatabase ? ['db', 'database'] : []), ...(lastWord === undefined || lastWord === byClass ? [] : [lastWord]), 'client', `${byClass}Client`];
}
