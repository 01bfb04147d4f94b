import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Library } from '../src/catalog/schema.js';
import { libraries } from '../src/generated/libraries.js';
import { checkLibrary, elsewhere, missingTwins, type Missing } from './verify-catalog/check.js';
import { DeclaredNames } from './verify-catalog/declared.js';
import { companions, exceptions, pins, samples } from './verify-catalog/exceptions.js';
import { install, installedVersion, installTypes, isBuiltIn, packageOf } from './verify-catalog/install.js';
import { runtimeModule, type RuntimeModule } from './verify-catalog/runtime.js';
import { readArguments } from './shared/arguments.js';

const usage = `Usage: npm run verify-catalog -- [options] [PACKAGE...]
Installs the catalogued packages and checks that every name the catalog states is there. Needs the npm registry.

  --dir DIR     where to install, kept for the next run (default: a new temporary folder)
  --versions    prints the version that each package was checked on`;

const { values: options, positionals } = readArguments(usage, { dir: { type: 'string' }, versions: { type: 'boolean', default: false } });

const root = path.resolve(options.dir ?? mkdtempSync(path.join(tmpdir(), 'verify-catalog-')));
const chosen = libraries.filter((library) => positionals.length === 0 || positionals.includes(library.package));
/** What decorators need at run time, and the declarations of Node itself. */
const always = ['reflect-metadata', '@types/node'];
/** Packages in one folder: few, so that their wishes for others' versions do not clash too often. */
const batchSize = 25;
const excused = new Set<string>();
const problems: string[] = [];

for (let start = 0; start < chosen.length; start += batchSize) {
  await verifyBatch(chosen.slice(start, start + batchSize), path.join(root, positionals.length > 0 ? 'chosen' : `batch-${start / batchSize}`));
}
for (const problem of problems) console.error(problem);
console.log(`${chosen.length} entries, ${problems.length} names missing, ${excused.size} exceptions.`);
if (positionals.length === 0) for (const key of Object.keys(exceptions)) if (!excused.has(key)) console.error(`The exception ${key} is not needed any more.`);
process.exitCode = problems.length > 0 ? 1 : 0;

async function verifyBatch(batch: readonly Library[], directory: string): Promise<void> {
  const names = [...new Set(batch.flatMap(sourcesOf).filter((source) => !isBuiltIn(source)).map(packageOf))];
  const failures = await install(directory, [...new Set([...names, ...batch.flatMap((library) => companions[library.package] ?? []), ...always])].map(specOf));
  await installTypes(directory, names);
  const declared = new DeclaredNames(directory);
  for (const library of batch) if (library.package !== 'global') await verify(library, directory, declared, failures);
}

async function verify(library: Library, directory: string, declared: DeclaredNames, failures: ReadonlyMap<string, string>): Promise<void> {
  const modules = new Map<string, RuntimeModule>();
  for (const source of sourcesOf(library)) {
    const failure = failures.get(specOf(packageOf(source)));
    if (failure) report(library, [{ what: `@${source}`, why: `cannot be installed: ${failure}` }]);
    else modules.set(source, await runtimeModule(directory, source));
  }
  const [first] = modules.keys();
  if (first === undefined) return;
  const version = isBuiltIn(library.package) ? process.versions.node : (installedVersion(directory, packageOf(first)) ?? '0.0.0');
  if (options.versions) console.log(`${library.package} ${version}`);
  report(library, checkLibrary(library, modules, declared, version));
  report(library, await missingTwins(library, version, async (source) => modules.get(source) ?? runtimeModule(directory, source)));
  if (!isBuiltIn(library.package)) await verifyOlder(library, elsewhere(library, version));
}

function specOf(name: string): string {
  return pins[name] === undefined ? name : `${name}@${pins[name]}`;
}

/** Looks for exports of other versions in those. */
async function verifyOlder(library: Library, byRange: ReadonlyMap<string, readonly string[]>): Promise<void> {
  for (const [range, names] of byRange) {
    const directory = path.join(root, `${packageOf(library.package)}@${range}`.replace(/[^\w.-]+/gu, '_'));
    const failures = await install(directory, [`${packageOf(library.package)}@${range}`]);
    const { exports, error } = await runtimeModule(directory, library.package);
    await installTypes(directory, [packageOf(library.package)]);
    const declared = new DeclaredNames(directory);
    const isThere = (name: string) => exports.has(name) || (error !== undefined && declared.has(packageOf(library.package), name));
    const why = [...failures.values()][0];
    report(library, names.filter((name) => !isThere(name)).map((name) => ({ what: `#${name}`, why: `is no export in ${range}${why ? ` (${why})` : ''}` })));
  }
}

/** The import sources that an entry stands for, without those that an exception leaves out. */
function sourcesOf(library: Library): string[] {
  return [library.package, ...(library.aliases ?? [])]
    .flatMap((source) => samples[source] ?? (source.endsWith('*') ? [] : [source]))
    .filter((source) => {
      const isExcused = `${source}@` in exceptions;
      if (isExcused) excused.add(`${source}@`);
      return !isExcused;
    });
}

function report(library: Library, missing: readonly Missing[]): void {
  for (const { what, why } of missing) {
    const key = `${library.package}${what}`;
    if (key in exceptions) excused.add(key);
    else problems.push(`${library.package}: ${what.replace(/^[#.@]/u, '')} ${why}`);
  }
}
