import { isFresh, now } from '../freshness.js';
import type { Host } from '../host.js';
import { bindContext, contextOf } from './context.js';
import { parseLike } from './parse.js';
import { defineService, type SourceCode } from './service.js';

/**
 * Finds, reads and parses the project file that an import means. The only place that decides whether another file may be read.
 * Does not see: packages, files over the size limit, JSON and other languages, declaration files, files that do not parse.
 */

/** A project file that an import leads to, not parsed yet. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
  readonly modified: number;
}

/** Where a client or a wrapper is made is a small file; to parse a long one for it costs more than it tells. */
const maxLength = 60_000;
/** Imports of a barrel that are looked into. */
const maxBehind = 40;
/** Parsed files kept at once and the text they may have together; a syntax tree takes some 115 bytes per character. */
const maxKept = 300;
const maxKeptText = 1_000_000;

interface Kept {
  readonly modified: number;
  readonly length: number;
  readonly source: SourceCode | undefined;
}

/** Oldest use first. */
const kept = new Map<string, Kept>();
let keptText = 0;

/** How many files were parsed because another file imports them: for measuring. */
export const parsed = { files: 0 };

/** The project file that `specifier` means in the file of `source`, where files may be read. The same while one file is linted. */
export function locate(source: SourceCode, specifier: string): ProjectFile | undefined {
  const { host, filename, settings, depth } = contextOf(source);
  if (!settings.crossFile || !host) return undefined;
  const find = () => {
    const path = host.resolve(specifier, filename);
    return path === undefined || !isScript(path) ? undefined : fileAt(host, path);
  };
  // A file that was read for another one is kept for longer than what it imports stays as it is.
  if (depth > 0) return find();
  const known = located(source);
  if (!known.has(specifier)) known.set(specifier, find());
  return known.get(specifier);
}

const located = defineService(() => new Map<string, ProjectFile | undefined>());

/** One object per file as long as the host gives the same answer, so that what is learned of it can be kept. */
const files = new WeakMap<object, ProjectFile>();

function fileAt(host: Host, path: string): ProjectFile | undefined {
  const read = host.read(path);
  if (!read || read.text.length > maxLength) return undefined;
  let file = files.get(read);
  if (!file) files.set(read, (file = { path, text: read.text, modified: read.modified }));
  return file;
}

/** The project file that `specifier` means in the file at `from`, which is not parsed. */
export function fileBehind(source: SourceCode, specifier: string, from: string): ProjectFile | undefined {
  const { host } = contextOf(source);
  const path = host?.resolve(specifier, from);
  return !host || path === undefined || !isScript(path) ? undefined : fileAt(host, path);
}

/** The project file at `path`, the same object as long as it does not change. */
export function fileAtPath(source: SourceCode, path: string): ProjectFile | undefined {
  const { host } = contextOf(source);
  return host && fileAt(host, path);
}

/** What lies behind a file is looked up anew after this time in milliseconds, as the host looks at its files. */
const trustFor = 1000;
const behindFiles = new WeakMap<ProjectFile, { readonly since: number; readonly files: readonly ProjectFile[] }>();
const specifiers = new WeakMap<ProjectFile, readonly string[]>();

/** The project files that the imports and re-exports of an unparsed file lead to, by its text. The same list as long as they stay the same. */
export function behind(source: SourceCode, file: ProjectFile): readonly ProjectFile[] {
  const { host } = contextOf(source);
  if (!host) return [];
  const known = behindFiles.get(file);
  if (known && isFresh(known.since, trustFor)) return known.files;
  const found: ProjectFile[] = [];
  for (const specifier of specifiersOf(file)) {
    const next = fileBehind(source, specifier, file.path);
    if (next) found.push(next);
    if (found.length >= maxBehind) break;
  }
  const files = known?.files.length === found.length && found.every((next, index) => next === known.files[index]) ? known.files : found;
  behindFiles.set(file, { since: now(), files });
  return files;
}

function specifiersOf(file: ProjectFile): readonly string[] {
  let found = specifiers.get(file);
  if (!found) {
    found = [...file.text.matchAll(/\bfrom\s*['"]([^'"\n]+)['"]|\brequire\s*\(\s*['"]([^'"\n]+)['"]\s*\)/gu)].map(([, from, required]) => (from ?? required)!);
    specifiers.set(file, found);
  }
  return found;
}

function isScript(path: string): boolean {
  return /\.[cm]?[jt]sx?$/u.test(path) && !/\.d\.[cm]?ts$/u.test(path);
}

/**
 * Parses a located file, or gives what was kept of it.
 *
 * @param source the file that imports it, the linted one or one loaded before.
 */
export function load(source: SourceCode, file: ProjectFile): SourceCode | undefined {
  const context = contextOf(source);
  const depth = 1;
  if (typeof context.parser !== 'object' || context.parser === null) return undefined;
  const key = `${idOf(context.parser)}:${idOf(context.settings)}:${file.path}`;
  const known = kept.get(key);
  if (known) {
    forget(key, known);
    if (known.modified === file.modified) return keep(key, known);
  }
  parsed.files += 1;
  const result = parseLike(source, context, file.path, file.text);
  if (result) {
    const languageOptions = { ...context.languageOptions, sourceType: result.sourceType };
    bindContext(result.source, () => ({ ...context, filename: file.path, languageOptions, depth }));
  }
  return keep(key, { modified: file.modified, length: file.text.length, source: result?.source });
}

function keep(key: string, entry: Kept): SourceCode | undefined {
  kept.set(key, entry);
  keptText += entry.length;
  for (const [oldest, old] of kept) {
    if (kept.size <= maxKept && keptText <= maxKeptText) break;
    forget(oldest, old);
  }
  return entry.source;
}

function forget(key: string, entry: Kept): void {
  kept.delete(key);
  keptText -= entry.length;
}

const ids = new WeakMap<object, number>();
let lastId = 0;

function idOf(object: object): number {
  let id = ids.get(object);
  if (id === undefined) ids.set(object, (id = lastId += 1));
  return id;
}
