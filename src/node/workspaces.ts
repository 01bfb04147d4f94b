import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecord, readJson } from './json.js';

/**
 * The packages of a monorepo by name, from `workspaces` in package.json or pnpm-workspace.yaml, so that they are found
 * although nothing is installed or built.
 * Does not see: exclusions (`!packages/old`), package managers that list their packages elsewhere.
 */
export class Workspaces {
  private readonly roots = new Map<string, ReadonlyMap<string, string>>();

  /** The directory of the workspace package called `name`, seen from a file of `directory`. */
  directoryOf(name: string, directory: string): string | undefined {
    return this.packagesAt(directory).get(name);
  }

  private packagesAt(directory: string): ReadonlyMap<string, string> {
    let found = this.roots.get(directory);
    if (found) return found;
    const patterns = patternsOf(directory);
    const parent = dirname(directory);
    if (patterns.length > 0) found = packagesOf(directory, patterns);
    else found = parent === directory || existsSync(join(directory, '.git')) ? new Map() : this.packagesAt(parent);
    this.roots.set(directory, found);
    return found;
  }
}

function patternsOf(directory: string): string[] {
  const workspaces = readJson(join(directory, 'package.json'))?.['workspaces'];
  const listed = isRecord(workspaces) ? workspaces['packages'] : workspaces;
  const patterns = Array.isArray(listed) ? listed.filter((entry): entry is string => typeof entry === 'string') : [];
  return [...patterns, ...pnpmPatterns(join(directory, 'pnpm-workspace.yaml'))].filter((pattern) => !pattern.startsWith('!'));
}

/** The list below `packages:`; the rest of YAML is not needed to read it. */
function pnpmPatterns(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const list = /^packages:[^\n]*\n((?:[ \t]*(?:-[^\n]*|#[^\n]*)?(?:\n|$))*)/mu.exec(text)?.[1] ?? '';
  return list.split('\n').flatMap((line) => {
    const [item = ''] = line.split('#', 1);
    const pattern = item.trim().replace(/^-/u, '').trim().replaceAll(/^['"]|['"]$/gu, '');
    return pattern === '' ? [] : [pattern];
  });
}

/** Directories deeper than this below a `**` are not looked at. */
const maxDepth = 4;
const maxPackages = 2000;

function packagesOf(root: string, patterns: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const pattern of patterns) {
    for (const directory of expand(root, pattern.split('/').filter((part) => part !== '' && part !== '.'))) {
      const name = readJson(join(directory, 'package.json'))?.['name'];
      if (typeof name === 'string' && !found.has(name)) found.set(name, directory);
      if (found.size >= maxPackages) return found;
    }
  }
  return found;
}

function* expand(directory: string, parts: readonly string[], depth = 0): Generator<string> {
  const [part, ...rest] = parts;
  if (part === undefined) {
    yield directory;
  } else if (part === '**') {
    yield* expand(directory, rest, depth);
    if (depth < maxDepth) for (const child of children(directory)) yield* expand(join(directory, child), parts, depth + 1);
  } else if (part.includes('*')) {
    const name = new RegExp(`^${part.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/gu, '\\$&')).join('.*')}$`, 'u');
    for (const child of children(directory)) if (name.test(child)) yield* expand(join(directory, child), rest, depth);
  } else {
    yield* expand(join(directory, part), rest, depth);
  }
}

function children(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
