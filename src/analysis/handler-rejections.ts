import intersects from 'semver/ranges/intersects.js';
import subset from 'semver/ranges/subset.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Library, Registers } from '../catalog/schema.js';
import { contextOf } from './context.js';
import { importSources } from './imports.js';
import { defineService, type SourceCode } from './service.js';

/** What becomes of a rejected promise of a handler. */
export type Rejections = 'handled' | 'unhandled' | 'unknown';

/**
 * Whether a framework handles the rejected promises of handlers registered so. Where that depends on the version, the nearest
 * package.json decides; a package that patches the framework counts where it is imported or listed there.
 */
export function rejectionsOf(source: SourceCode, library: Library, registers: Registers): Rejections {
  if (registers.rejections !== 'by-version') {
    if (registers.rejections === 'unhandled' && isPatched(source, library)) return 'handled';
    return registers.rejections ?? 'unknown';
  }
  if (isPatched(source, library)) return 'handled';
  const declared = dependencies(source)[library.package];
  const from = registers.handledFrom;
  return declared === undefined || from === undefined ? 'unknown' : ofVersions(declared, from);
}

const byRange = new Map<string, Rejections>();
/** A project declares each version once, and asks for it in every handler. */
const maxRanges = 1000;

function ofVersions(declared: string, from: string): Rejections {
  const key = `${declared} ${from}`;
  let answer = byRange.get(key);
  if (answer === undefined) {
    if (byRange.size >= maxRanges) byRange.clear();
    byRange.set(key, (answer = compare(declared, from)));
  }
  return answer;
}

function compare(declared: string, from: string): Rejections {
  try {
    if (subset(declared, from)) return 'handled';
    return intersects(declared, from) ? 'unknown' : 'unhandled';
  } catch {
    return 'unknown'; // `workspace:*`, `latest`, a URL: no version to compare
  }
}

/** Whether the file imports, or the nearest package.json lists, one of `packages`; a name may end in `*`. */
export function dependsOn(source: SourceCode, packages: readonly string[]): boolean {
  const known = [...importSources(source), ...Object.keys(dependencies(source))];
  return packages.some((name) => (name.endsWith('*')
    ? known.some((one) => one.startsWith(name.slice(0, -1)))
    : known.some((one) => one === name || one.startsWith(`${name}/`))));
}

/** Dependency ranges of the nearest package.json; empty where there is none. */
export const dependencies = defineService((source: SourceCode): Readonly<Record<string, string>> => {
  const { host, filename } = contextOf(source);
  return host?.manifest(filename)?.dependencies ?? {};
});

const patches = new WeakMap<Catalog, readonly Library[]>();

function isPatched(source: SourceCode, library: Library): boolean {
  const { catalog } = contextOf(source);
  let patching = patches.get(catalog);
  if (!patching) patches.set(catalog, (patching = catalog.libraries.filter((one) => one.patches)));
  return patching.some((patch) => patch.patches?.includes(library.package) && dependsOn(source, [patch.package]));
}
