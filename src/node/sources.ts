import { join } from 'node:path';
import { isRecord } from './json.js';

/**
 * Where the source of a package's entry may lie: what its manifest names is often built and not there when code is linted.
 * The layouts are those that compilers and bundlers make by default: `dist`, `build`, `lib` or `out` from `src`.
 */

/**
 * @param manifest the package.json of a package of the project.
 * @param subpath what stands after the package's name (`''`, `/sub`) or the whole specifier of an import that starts with `#`.
 * @returns paths relative to the package that may be the module's source, without ending where it was built; the likeliest first.
 */
export function sourceCandidates(manifest: Readonly<Record<string, unknown>>, subpath: string): string[] {
  const named = subpath.startsWith('#') ? entries(manifest['imports'], subpath) : entries(manifest['exports'], `.${subpath}`);
  const main = subpath === '' ? [manifest['source'], manifest['main'], manifest['module'], manifest['types']].filter((value) => typeof value === 'string') : [];
  const guesses = subpath.startsWith('#') ? [] : subpath === '' ? ['./src/index', './index'] : [`./src${subpath}`, `.${subpath}`];
  const targets = [...named, ...main];
  return [...new Set([...targets, ...targets.flatMap(unbuilt), ...guesses])];
}

/** The source of a built file: `./dist/a.js` comes from `./src/a`. Empty for what is in no folder for built code. */
export function unbuilt(target: string): string[] {
  const match = /^(.*?)(?:^|\/)(?:dist|build|lib|out|esm|cjs)\/(?:(?:esm|cjs|src|types)\/)?([^/].*)$/u.exec(target);
  if (!match) return [];
  const rest = match[2]!.replace(/(?:\.d)?\.[cm]?[jt]sx?$/u, '');
  const base = match[1] === '' ? '.' : match[1]!;
  return [join(base, 'src', rest), join(base, rest)].map((path) => (path.startsWith('/') || /^[A-Za-z]:/u.test(path) ? path : `./${path.replaceAll('\\', '/')}`));
}

/** The files that a table of `exports` or `imports` names for `key`, under whatever condition. */
function entries(table: unknown, key: string): string[] {
  if (typeof table === 'string' || Array.isArray(table)) return key === '.' ? leaves(table) : [];
  if (!isRecord(table)) return [];
  if (!Object.keys(table).some((name) => /^[.#]/u.test(name))) return key === '.' ? leaves(table) : [];
  if (key in table) return leaves(table[key]);
  for (const [pattern, value] of Object.entries(table)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined || !key.startsWith(before) || !key.endsWith(after) || key.length < before.length + after.length) continue;
    const star = key.slice(before.length, key.length - after.length);
    return leaves(value).map((leaf) => leaf.replace('*', () => star));
  }
  return [];
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isRecord(value) ? Object.values(value).flatMap(leaves) : [];
}
