import semver from 'semver';
import type { Library } from '../../src/catalog/schema.js';
import type { DeclaredNames } from './declared.js';
import { isBuiltIn, packageOf } from './install.js';
import { isValue, rangesOf, statedExports, statedMembers, statedTwins, type StatedName } from './names.js';
import type { RuntimeModule } from './runtime.js';

/** A name that an entry states and that is not there. */
export interface Missing {
  /** `#export`, `.member` or `@import source`. */
  readonly what: string;
  readonly why: string;
}

/**
 * Compares an entry with the modules it speaks of.
 *
 * @param modules what the import sources of the entry give; of several, each name needs to be in one.
 * @param version the installed version; names stated of other versions only are left out.
 */
export function checkLibrary(library: Library, modules: ReadonlyMap<string, RuntimeModule>, declared: DeclaredNames, version: string): Missing[] {
  const missing: Missing[] = [];
  const sources = [...modules.keys()];
  const loaded = [...modules.values()].filter((module) => module.error === undefined);
  const isLoaded = (name: string) => loaded.some((module) => module.exports.has(name));
  const isDeclared = (name: string) => sources.some((source) => declared.has(isBuiltIn(source) ? '@types/node' : packageOf(source), name));
  // Sub-paths that are too many to load, each with its own needs.
  const hasPattern = [library.package, ...(library.aliases ?? [])].some((source) => source.endsWith('*'));

  for (const [source, module] of modules) {
    if (module.error !== undefined) missing.push({ what: `@${source}`, why: `cannot be loaded: ${module.error}` });
    else if (source !== library.package && statedExports(library).length > 0 && !statedExports(library).some(({ name }) => module.exports.has(name) || !isLoaded(name))) missing.push({ what: `@${source}`, why: 'has none of the exports' });
  }
  for (const stated of statedExports(library)) {
    if (!concerns(stated, version) || isLoaded(stated.name)) continue;
    // Without a module to look into, declarations must do.
    const declarationDoes = !isValue(stated.entity) || loaded.length === 0 || hasPattern;
    if (!(declarationDoes && isDeclared(stated.name))) missing.push({ what: `#${stated.name}`, why: declarationDoes ? 'is neither exported nor declared' : 'is no export' });
  }
  const members = new Set(statedMembers(library).flatMap((stated) => (concerns(stated, version) ? [stated.name] : [])));
  for (const name of members) {
    // Many clients are event emitters.
    if (!isLoaded(name) && !isDeclared(name) && !declared.has('@types/node', name)) missing.push({ what: `.${name}`, why: 'is no member of anything declared' });
  }
  return missing;
}

/** Exports of which the entry speaks for other versions than the installed one, by the range of versions. */
export function elsewhere(library: Library, version: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const stated of statedExports(library)) {
    if (concerns(stated, version)) continue;
    for (const range of new Set(rangesOf(stated.entity))) if (range !== undefined) found.set(range, [...(found.get(range) ?? []), stated.name]);
  }
  return found;
}

/** The asynchronous twins that an entry names and their modules lack. */
export async function missingTwins(library: Library, version: string, load: (source: string) => Promise<RuntimeModule>): Promise<Missing[]> {
  const missing: Missing[] = [];
  for (const { stated, module, name } of statedTwins(library)) {
    if (!concerns(stated, version)) continue;
    const { exports, error } = await load(module);
    if (error === undefined && !exports.has(name)) missing.push({ what: `#${stated.name}`, why: `has no twin ${name} in ${module}` });
  }
  return missing;
}

function concerns({ entity }: StatedName, version: string): boolean {
  const ranges = rangesOf(entity);
  return ranges.length === 0 || ranges.some((range) => range === undefined || semver.satisfies(version, range, { includePrerelease: true }));
}
