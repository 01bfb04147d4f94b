import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { isRecord, readJson } from './json.js';

/**
 * A small reading of `paths` and `baseUrl` for the configurations that the resolver refuses as a whole: one that extends a
 * package that is not installed, a jsconfig.json, a file that no `include` covers.
 * Does not see: `rootDirs`, `extends` of packages, `${configDir}` anywhere but at the start of a path.
 */

interface Mapping {
  /** The part before and after the `*`; without a star `after` is undefined and `before` is the whole name. */
  readonly before: string;
  readonly after: string | undefined;
  /** Absolute, with the star. */
  readonly targets: readonly string[];
}

const configNames = ['tsconfig.json', 'jsconfig.json', 'tsconfig.base.json'];

/** Reads the mappings of configurations and keeps them. */
export class TsconfigPaths {
  private readonly byDirectory = new Map<string, readonly Mapping[]>();

  /** The files, without endings perhaps, that `specifier` may mean in a file of `directory`; the likeliest first. */
  candidates(specifier: string, directory: string): readonly string[] {
    const found: string[] = [];
    for (const { before, after, targets } of this.mappingsAt(directory)) {
      if (after === undefined) {
        if (specifier === before) found.push(...targets);
      } else if (specifier.startsWith(before) && specifier.endsWith(after) && specifier.length >= before.length + after.length) {
        const star = specifier.slice(before.length, specifier.length - after.length);
        found.push(...targets.map((target) => target.replace('*', () => star)));
      }
    }
    return found;
  }

  /** The mappings of the nearest configuration that has any. */
  private mappingsAt(directory: string): readonly Mapping[] {
    let found = this.byDirectory.get(directory);
    if (found) return found;
    found = [];
    for (const name of configNames) {
      const file = join(directory, name);
      if (existsSync(file)) found = mappingsOf(file);
      if (found.length > 0) break;
    }
    const parent = dirname(directory);
    if (found.length === 0 && parent !== directory) found = this.mappingsAt(parent);
    this.byDirectory.set(directory, found);
    return found;
  }
}

function mappingsOf(file: string, seen: Set<string> = new Set()): readonly Mapping[] {
  if (seen.has(file) || seen.size > 20) return [];
  seen.add(file);
  const config = readJson(file);
  if (!config) return [];
  const directory = dirname(file);
  const options = isRecord(config['compilerOptions']) ? config['compilerOptions'] : {};
  const baseUrl = typeof options['baseUrl'] === 'string' ? absolute(options['baseUrl'], directory) : undefined;
  const found: Mapping[] = [];
  for (const [pattern, targets] of Object.entries(isRecord(options['paths']) ? options['paths'] : {})) {
    if (!Array.isArray(targets)) continue;
    const [before = '', after] = pattern.split('*');
    const files = targets.filter((target): target is string => typeof target === 'string').map((target) => absolute(target, baseUrl ?? directory));
    found.push({ before, after, targets: files });
  }
  // As the compiler does: the exact name first, then the longest prefix.
  found.sort((a, b) => Number(a.after !== undefined) - Number(b.after !== undefined) || b.before.length - a.before.length);
  if (baseUrl !== undefined) found.push({ before: '', after: '', targets: [join(baseUrl, '*')] });
  if (found.length > 0) return found;
  for (const next of linked(config, directory)) {
    const further = mappingsOf(next, seen);
    if (further.length > 0) return further;
  }
  return [];
}

/** The configurations that one extends or refers to, those that lie in the project. */
function linked(config: Readonly<Record<string, unknown>>, directory: string): string[] {
  const extended = [config['extends']].flat().filter((name): name is string => typeof name === 'string' && /^\.{0,2}\//u.test(name));
  const referred = (Array.isArray(config['references']) ? config['references'] : []).map((entry: unknown) => (isRecord(entry) ? entry['path'] : undefined));
  return [...extended.reverse(), ...referred.filter((path): path is string => typeof path === 'string')].map((path) => {
    const file = resolve(directory, path);
    if (/\.json$/u.test(file)) return file;
    return existsSync(`${file}.json`) ? `${file}.json` : join(file, 'tsconfig.json');
  });
}

function absolute(path: string, base: string): string {
  const here = path.replace(/^\$\{configDir\}\/?/u, './');
  return isAbsolute(here) ? here : join(base, here);
}
