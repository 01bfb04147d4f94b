import { readFileSync } from 'node:fs';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

interface Entry { version: string; dependencies?: Names; devDependencies?: Names; optionalDependencies?: Names; peerDependencies?: Names }
type Names = Record<string, string>;

const overrides: Record<string, Names> = manifest.overrides;
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };

/** Where `name` is found from `place`, as Node looks for it; `undefined` where it is not installed. */
function find(place: string, name: string): Entry | undefined {
  for (let folder = place; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('node_modules/') - 1, 0))) {
    const entry = packages[`${folder}${folder && '/'}node_modules/${name}`];
    if (entry || folder === '') return entry;
  }
}

/** What packages want in another version than the one they get, once `among` has replaced what they want. */
function mismatches(among: Readonly<Record<string, Names>>): string[] {
  return Object.entries(packages).flatMap(([place, entry]) => {
    const own = among[place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)];
    const declared = { ...entry.peerDependencies, ...entry.optionalDependencies, ...entry.devDependencies, ...entry.dependencies };
    return Object.entries(declared).flatMap(([name, range]) => {
      const found = find(place, name);
      const wanted = (own?.[name] ?? range).replace(/^npm:@?[^@]+@/u, '');
      return found && !semver.satisfies(found.version, wanted) ? [`${place} wants ${name} ${wanted} and gets ${found.version}`] : [];
    });
  });
}

// npm 11 writes a lock file in which an optional peer has a version that its package does not want. `npm ci` of npm 10, which Node 20 and
// 22 come with, refuses it: CI would end before the first test. An override in package.json settles which version it is.
describe('package-lock.json', () => {
  it('can be installed by npm 10 as well', () => {
    expect(mismatches(overrides)).toEqual([]);
  });

  it('needs each override', () => {
    expect(mismatches({}).map((text) => /([^/]+) wants (\S+)/u.exec(text)!.slice(1))).toEqual(Object.entries(overrides).flatMap(([name, own]) => Object.keys(own).map((other) => [name, other])));
  });
});
