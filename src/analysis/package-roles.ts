import type { Library, Role } from '../catalog/schema.js';
import type { Manifest } from '../host.js';
import { contextOf, type FileContext } from './context.js';
import { importSources } from './imports.js';
import { normalized } from './paths.js';
import { isLinked } from './project-imports.js';
import { defineService, type SourceCode } from './service.js';

/** What are the packages for that package.json lists? Found once per package.json, since a project has few of them and many files. */

type Catalog = FileContext['catalog'];
type Dependencies = Manifest['dependencies'];

const none: ReadonlySet<Role> = new Set();

/** Keeps what is found of a package.json for as long as the host gives the same one. */
function perManifest<T>(find: (catalog: Catalog, manifest: Manifest, source: SourceCode) => T): (source: SourceCode) => T | undefined {
  const known = new WeakMap<Catalog, WeakMap<Dependencies, { readonly answer: T }>>();
  return (source) => {
    const { catalog, host, filename } = contextOf(source);
    const manifest = host?.manifest(filename);
    if (!manifest) return undefined;
    let byManifest = known.get(catalog);
    if (!byManifest) known.set(catalog, (byManifest = new WeakMap()));
    let kept = byManifest.get(manifest.dependencies);
    if (!kept) byManifest.set(manifest.dependencies, (kept = { answer: find(catalog, manifest, source) }));
    return kept.answer;
  };
}

const rolesOfNearest = perManifest((catalog, { dependencies }) => rolesOf(catalog, Object.keys(dependencies).map((name) => catalog.find(name))));

/** The roles that the packages among the dependencies of all kinds can have, by the nearest package.json. Empty where none can be read. */
export function dependencyRoles(source: SourceCode): ReadonlySet<Role> {
  return rolesOfNearest(source) ?? none;
}

const deploysToEdge = perManifest((catalog, { dependencies }) => {
  const libraries = Object.keys(dependencies).map((name) => catalog.find(name));
  const has = (how: Library['deploysToEdge']) => libraries.some((library) => library?.deploysToEdge === how);
  return has(true) || (has('alone') && !libraries.some((library) => library?.needsNode));
});

/** Whether what the nearest package builds runs on an edge runtime, by the adapters that it lists, or the tools where no server is listed that needs Node. */
export function isBuiltForEdge(source: SourceCode): boolean {
  return deploysToEdge(source) === true;
}

const listsOneUser = perManifest((catalog, { dependencies }) => Object.keys(dependencies).some((name) => catalog.find(name)?.servesOneUser));

/** Whether the nearest package lists what makes it a program on the machine of its one user. */
export function isForOneUser(source: SourceCode): boolean {
  return listsOneUser(source) === true;
}

function rolesOf(catalog: Catalog, libraries: Iterable<Library | undefined>): ReadonlySet<Role> {
  const found = new Set<Role>();
  for (const library of libraries) if (library) for (const role of catalog.rolesOf(library)) found.add(role);
  return found;
}

/** What the package.json files above a file list all together; `undefined` where a package of the workspace is among it, which has dependencies of its own. */
const rolesOfAll = perManifest((catalog, nearest, source) => {
  const { host } = contextOf(source);
  const names = new Set(nearest.name === undefined ? [] : [nearest.name]);
  for (let manifest: Manifest | undefined = nearest; manifest;) {
    for (const [name, range] of Object.entries(manifest.dependencies)) {
      if (isLinked(range)) return undefined;
      names.add(name);
    }
    // As the file that stands beside the directory, so that the search begins one directory higher.
    const above: Manifest | undefined = host?.manifest(manifest.directory);
    manifest = above && above.directory.length < manifest.directory.length ? above : undefined;
  }
  return rolesOf(catalog, [...names].map((name) => catalog.find(name)));
});

const unlisted = new WeakMap<Catalog, ReadonlySet<Role>>();

/** The roles of what no package.json lists: globals, modules of the platform, and libraries of the settings, which may be files of the project. */
function unlistedRoles(source: SourceCode): ReadonlySet<Role> {
  const { catalog, settings } = contextOf(source);
  let roles = unlisted.get(catalog);
  if (!roles) {
    const ofPlatform = catalog.libraries.filter((library) => library.package === 'global' || library.package.includes(':'));
    unlisted.set(catalog, (roles = rolesOf(catalog, [...ofPlatform, ...settings.libraries])));
  }
  return roles;
}

/**
 * Whether another file of the project can bring in something with one of the roles, by what all package.json files above this one list:
 * a look at tables, before any import is resolved. Yes where that cannot be told.
 * Does not see: packages that are installed but not listed, files of another package that a file on the way imports by a path.
 */
export function mayReach(source: SourceCode, roles: readonly Role[]): boolean {
  const always = unlistedRoles(source);
  if (roles.some((role) => always.has(role))) return true;
  const listed = rolesOfAll(source);
  return listed === undefined || roles.some((role) => listed.has(role)) || leavesPackage(source);
}

/** Whether an import leads by its path into a folder with a package.json of its own: `./backend/src/agents`. */
const leavesPackage = defineService((source: SourceCode): boolean => {
  const { host, filename } = contextOf(source);
  const own = host?.manifest(filename)?.directory;
  const folder = filename.replace(/[\\/][^\\/]*$/u, '');
  for (const from of importSources(source)) {
    if (from.startsWith('.') && host?.manifest(normalized(`${folder}/${from}`))?.directory !== own) return true;
  }
  return false;
});
