import type { Role } from '../catalog/schema.js';
import { contextOf, type FileContext } from './context.js';
import type { SourceCode } from './service.js';

/** What are the packages for that the nearest package.json lists? Found once per package.json, since a project has few of them and many files. */

type Dependencies = Readonly<Record<string, string>>;
const known = new WeakMap<FileContext['catalog'], WeakMap<Dependencies, ReadonlySet<Role>>>();
const none: ReadonlySet<Role> = new Set();

/** The roles that the packages among the dependencies of all kinds can have. Empty where no package.json can be read. */
export function dependencyRoles(source: SourceCode): ReadonlySet<Role> {
  const { catalog, host, filename } = contextOf(source);
  const dependencies = host?.manifest(filename)?.dependencies;
  if (!dependencies) return none;
  let byManifest = known.get(catalog);
  if (!byManifest) known.set(catalog, (byManifest = new WeakMap<Dependencies, ReadonlySet<Role>>()));
  let roles = byManifest.get(dependencies);
  if (!roles) {
    const found = new Set<Role>();
    for (const name of Object.keys(dependencies)) {
      const library = catalog.find(name);
      if (library) for (const role of catalog.rolesOf(library)) found.add(role);
    }
    byManifest.set(dependencies, (roles = found));
  }
  return roles;
}
