import type { Library, Role } from '../catalog/schema.js';
import { contextOf } from './context.js';
import { mayFollow } from './convention-files.js';
import { exportName, importSources, importsOf, loadedSources, mayImportOtherwise } from './imports.js';
import { defineService, type SourceCode } from './service.js';

/** What the packages that a file imports are for: looks at its import sources, before anything is followed. */

/** The libraries that the file imports itself, each once. */
export const importedLibraries = defineService((source: SourceCode): readonly Library[] => librariesOf(source, importSources(source)));

/** Of these the ones that the program loads, not those of which the file names types alone. */
export const loadedLibraries = defineService((source: SourceCode): readonly Library[] => librariesOf(source, loadedSources(source)));

function librariesOf(source: SourceCode, sources: ReadonlySet<string>): readonly Library[] {
  const { catalog } = contextOf(source);
  const found: Library[] = [];
  for (const from of sources) {
    const library = catalog.find(from);
    if (library && !found.includes(library)) found.push(library);
  }
  return found;
}

/** The roles that the packages imported by this file (not by its project imports) can have. */
export const importedRoles = defineService((source: SourceCode): ReadonlySet<Role> => {
  const { catalog } = contextOf(source);
  const libraries = importedLibraries(source);
  if (libraries.length === 1) return catalog.rolesOf(libraries[0]!);
  const found = new Set<Role>();
  for (const library of libraries) for (const role of catalog.rolesOf(library)) found.add(role);
  return found;
});

const none: ReadonlySet<Role> = new Set();

/**
 * The same, less what the names that are imported of a package cannot lead to: a file that imports only `Column` of an ORM makes
 * no connection, and one that lies elsewhere than a framework's routes do is no route. For gates.
 */
export const rolesInPlay = defineService((source: SourceCode): ReadonlySet<Role> => {
  const { catalog, filename } = contextOf(source);
  const libraries = importedLibraries(source);
  if (libraries.length === 0) return none;
  const found = new Set<Role>();
  const add = (roles: ReadonlySet<Role>) => { for (const role of roles) found.add(role); };
  for (const statement of source.ast.body) {
    const library = statement.type === 'ImportDeclaration' ? catalog.find(statement.source.value) : undefined;
    if (statement.type !== 'ImportDeclaration' || !library) continue;
    if (statement.specifiers.length === 0) add(catalog.rolesOf(library));
    for (const specifier of statement.specifiers) add(catalog.rolesOfExport(library, exportName(specifier)));
  }
  for (const entry of mayImportOtherwise(source) ? importsOf(source) : []) {
    const library = entry.kind === 'expression' || entry.node.type === 'TSImportEqualsDeclaration' ? catalog.find(entry.from) : undefined;
    if (library) add(catalog.rolesOf(library));
  }
  const path = filename.replaceAll('\\', '/');
  if (libraries.some(({ conventions }) => conventions?.some((convention) => mayFollow(convention, path, source.text)))) found.add('route');
  return found;
});
