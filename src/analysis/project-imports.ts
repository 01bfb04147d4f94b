import { contextOf } from './context.js';
import { importSources, importsOf, type ModuleImport } from './imports.js';
import { defineService, type SourceCode } from './service.js';

/**
 * Which imports may lead to another file of the project: a cheap look at the import source and the nearest package.json,
 * before anything is resolved.
 */

/** Whether package managers link a package of the project itself under this range. */
export function isLinked(range: string): boolean {
  return /^(?:workspace:|link:|file:|portal:|\*$)/u.test(range);
}

/**
 * Whether `specifier`, written in `filename`, may mean a file of the project: relative, an alias (`@/`, `~/`, `#`), a folder below
 * `baseUrl` (`src/users`) or a package of the workspace. A package that the manifest takes from a registry does not.
 */
export function mayBeProject(source: SourceCode, specifier: string, filename: string = contextOf(source).filename): boolean {
  const { catalog, host } = contextOf(source);
  if (/^(?:[.#~/]|@\/)/u.test(specifier)) return catalog.find(specifier) === undefined;
  if (/^[a-z][a-z+.-]+:/u.test(specifier) || catalog.find(specifier)) return false;
  const name = /^(?:@[^/]+\/)?[^/]+/u.exec(specifier)?.[0] ?? specifier;
  const range = host?.manifest(filename)?.dependencies[name];
  return range === undefined || isLinked(range);
}

/** The imports of the file that may lead to the project; none where other files may not be read. */
export const projectImports = defineService((source: SourceCode): readonly ModuleImport[] => {
  const { settings, host } = contextOf(source);
  return settings.crossFile && host ? importsOf(source).filter(({ from }) => mayBeProject(source, from)) : [];
});

/** Whether the file imports anything that may lead to the project. */
export function importsProject(source: SourceCode): boolean {
  const { settings, host } = contextOf(source);
  if (!settings.crossFile || !host) return false;
  for (const from of importSources(source)) if (mayBeProject(source, from)) return true;
  return false;
}
