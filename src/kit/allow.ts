import type { Collaborator } from '../analysis/collaborators.js';
import type { Known } from '../analysis/facts.js';

/**
 * Whether an `allow` option names what is known: `"package"` or `"package.export"`, Node's modules without `node:` (`"fs.existsSync"`).
 */
export function isAllowed(allow: readonly string[], known: Known): boolean {
  if (allow.length === 0) return false;
  const path = known.path.replace(/^node:/u, '').replaceAll('.default.', '.').replaceAll('.promises.', '.');
  const owner = known.library.package.replace(/^node:/u, '');
  return allow.some((entry) => entry === owner || entry === path || path.startsWith(`${entry}.`) || path.startsWith(`${entry}(`));
}

/** Whether an `allow` option names a collaborator: its class (`"OrderService"`), or its package or export for one of the catalog's. */
export function isAllowedCollaborator(allow: readonly string[], { name, use }: Collaborator): boolean {
  return allow.includes(name) || (use !== undefined && isAllowed(allow, use.known));
}
