import { libraries } from '../../src/generated/libraries.js';
import type { Library, Role } from '../../src/catalog/schema.js';

/** What a package in package.json says of a project, by the role that the catalog gives the package as a whole. */
const kinds: Readonly<Record<string, readonly Role[]>> = {
  web: ['web-framework', 'serverless'],
  agents: ['llm', 'agent', 'agent-call'],
  broker: ['queue', 'queue-worker', 'event-bus'],
  cqrs: ['cqrs'],
  data: ['orm', 'sql', 'cache', 'search', 'storage'],
};

/** The text of `cli/generated/packages.ts`: the packages by which `init` tells what a project is. */
export function cliPackagesModule(): string {
  const entries = Object.entries(kinds).map(([kind, roles]) => `  ${kind}: [${namesWith(roles).map((name) => `'${name}'`).join(', ')}],`);
  return ['// Written by `npm run gen`. Do not edit.', '/** Packages by what a project that depends on them does. `*` at the end matches any rest. */', 'export const packages = {', ...entries, '} as const;', ''].join('\n');
}

function namesWith(roles: readonly Role[]): string[] {
  const names = libraries.filter((library) => library.roles?.some((role) => roles.includes(role))).flatMap(namesOf);
  return [...new Set(names)].sort();
}

/** The names of a library in package.json: its import sources without what stands behind the package. */
function namesOf({ package: name, aliases = [] }: Library): string[] {
  return [name, ...aliases]
    .filter((source) => source !== 'global' && !source.startsWith('node:'))
    .filter((source) => /^[@a-z]/u.test(source))
    .map((source) => (source.endsWith('*') ? source : source.split('/').slice(0, source.startsWith('@') ? 2 : 1).join('/')));
}
