import picomatch from 'picomatch/posix';
import { generatedMark } from '../languages/generated.js';
import type { FileGroup } from '../settings.js';
import { contextOf } from './context.js';
import { importedRoles } from './facts.js';
import { defineService, type SourceCode } from './service.js';

/**
 * What kind of file a source is: by its path, its first lines and its imports.
 * Does not see: tests and scripts that neither their path nor their text gives away; entry points named in a package.json.
 */
export interface FileKind {
  /** Test code and what only tests use: fixtures, mocks, stories. */
  readonly test: boolean;
  /** Run by hand or by a build, once: scripts, seeds, benchmarks, executables. */
  readonly script: boolean;
  /** Shows how something is used: below a folder of examples, samples, demos or tutorials. */
  readonly example: boolean;
  readonly migration: boolean;
  /** Where a program is put together; module-level instances belong there. */
  readonly compositionRoot: boolean;
  /** Written by a tool, as a comment at its head says, or by a compiler. */
  readonly generated: boolean;
  /** Types only: `.d.ts`. */
  readonly declaration: boolean;
  readonly minified: boolean;
  /** A command-line program: it reads its arguments, runs when started itself or uses a library for such programs, and serves no requests. */
  readonly cli: boolean;
}

export const fileKind = defineService((source: SourceCode): FileKind => new Kind(source));

/** Each is computed when it is asked for: most files are asked for one or two. */
class Kind implements FileKind {
  private readonly known: Partial<Record<keyof FileKind, boolean>> = {};

  constructor(private readonly source: SourceCode) {}

  get test() {
    return this.known.test ??= inGroup(this.source, 'tests');
  }

  get script() {
    return this.known.script ??= this.hasShebang || inGroup(this.source, 'scripts');
  }

  get example() {
    return this.known.example ??= /(?:^|\/)(?:examples?|samples?|demos?|tutorials?|quickstarts?|playgrounds?|cookbooks?)\//u.test(ownPath(this.source));
  }

  get migration() {
    return this.known.migration ??= inGroup(this.source, 'migrations');
  }

  get compositionRoot() {
    return this.known.compositionRoot ??= inGroup(this.source, 'compositionRoot');
  }

  get generated() {
    return this.known.generated ??= isGenerated(this.source);
  }

  get declaration() {
    return this.known.declaration ??= /\.d\.(?:[^./\\]+\.)?[cm]?ts$/u.test(contextOf(this.source).filename);
  }

  get minified() {
    return this.known.minified ??= /[.-]min\.[cm]?js$/u.test(contextOf(this.source).filename) || isMinified(this.source.text);
  }

  get cli() {
    return this.known.cli ??= importedRoles(this.source).has('cli') || this.hasShebang
      || (!isServer(this.source) && /\bprocess\.argv\b|\brequire\.main\s*===?\s*module\b|\bimport\.meta\.main\b/u.test(this.source.text));
  }

  private get hasShebang() {
    return this.source.text.startsWith('#!') && !isServer(this.source);
  }
}

function isServer(source: SourceCode): boolean {
  const roles = importedRoles(source);
  return roles.has('web-framework') || roles.has('queue-worker');
}

type Matcher = (path: string) => boolean;
const matchers = new WeakMap<readonly string[], Matcher>();

/** Whether the file's path is in a group of the settings. Globs are relative to the working directory. */
export function inGroup(source: SourceCode, group: FileGroup): boolean {
  const globs = contextOf(source).settings.files[group];
  let matcher = matchers.get(globs);
  if (!matcher) matchers.set(globs, (matcher = compile(globs)));
  return matcher(ownPath(source));
}

const ownPath = defineService((source: SourceCode) => {
  const { filename, cwd } = contextOf(source);
  return relativePath(filename, cwd);
});

/** A glob also stands for everything below the folder it names; one that starts with `!` takes files out again. */
function compile(globs: readonly string[]): Matcher {
  const clean = globs.map((glob) => glob.replace(/^(!?)\.\//u, '$1'));
  const isIn = matcherOf(clean.filter((glob) => !glob.startsWith('!')));
  const isOut = matcherOf(clean.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)));
  return (path) => isIn(path) && !isOut(path);
}

/** Folders remembered. */
const maxFolders = 5000;

function matcherOf(globs: readonly string[]): Matcher {
  if (globs.length === 0) return () => false;
  // Most globs name a file or folder at any depth: what holds for a folder is found once for all files in it.
  const names = globs.map((glob) => /^\*\*\/([^/]+)(?:\/\*\*)?$/u.exec(glob)?.[1]);
  const isName = anyOf(names.filter((name) => name !== undefined));
  const isPath = anyOf(globs.filter((_, index) => names[index] === undefined).flatMap((glob) => [glob, `${glob.replace(/(?<!\/)\/+$/u, '')}/**`]));
  const folders = new Map<string, boolean>();
  const isFolder = (folder: string): boolean => {
    let answer = folders.get(folder);
    if (answer === undefined) {
      if (folders.size >= maxFolders) folders.clear();
      folders.set(folder, (answer = folder.split('/').some(isName)));
    }
    return answer;
  };
  return (path) => {
    const end = path.lastIndexOf('/');
    return (end !== -1 && isFolder(path.slice(0, end))) || isName(path.slice(end + 1)) || isPath(path);
  };
}

function anyOf(globs: readonly string[]): Matcher {
  if (globs.length === 0) return () => false;
  // As picomatch does, what is written like the glob matches it too.
  const pattern = new RegExp(globs.map((glob) => picomatch.makeRe(glob, { dot: true }).source).join('|'));
  return (path) => globs.includes(path) || pattern.test(path);
}

/**
 * The path of a file below the working directory, with `/`. Of a file elsewhere, what follows the part both have in common:
 * the names of directories above the project say nothing about it.
 */
export function relativePath(filename: string, cwd: string): string {
  const rest = filename.startsWith(cwd) && filename[cwd.length] === '/' ? filename.slice(cwd.length + 1) : undefined;
  // Nearly always.
  if (rest && !/[\\:]|(?:^|\/)\.?\//u.test(rest)) return rest;
  const windows = /^(?:[A-Za-z]:|\\\\)/u.test(filename) || /^(?:[A-Za-z]:|\\\\)/u.test(cwd);
  const parts = (path: string) => (windows ? path.replaceAll('\\', '/') : path).split('/').filter((part) => part !== '' && part !== '.');
  const same = (a: string | undefined, b: string | undefined) => (windows ? a?.toLowerCase() === b?.toLowerCase() : a === b);
  const file = parts(filename);
  if (!/^(?:\/|[A-Za-z]:|\\\\)/u.test(filename)) return file.join('/');
  const base = parts(cwd);
  let common = 0;
  while (common < base.length && common < file.length - 1 && same(base[common], file[common])) common += 1;
  return file.slice(common).join('/');
}

/** What compilers write into a CommonJS module that was an ES module. */
const compiledMark = /\bObject\.defineProperty\(exports, ['"]__esModule['"]/u;

/** Looks at the comments before the first statement that is no directive, and for what compilers write. */
function isGenerated(source: SourceCode): boolean {
  if (source.text.includes('__esModule') && compiledMark.test(source.text)) return true;
  const first = source.ast.body.find((statement) => statement.type !== 'ExpressionStatement' || !statement.directive);
  const end = first?.range[0] ?? source.text.length;
  for (const comment of source.ast.comments ?? []) {
    if (comment.range[0] >= end) return false;
    if (generatedMark.test(comment.value)) return true;
  }
  return false;
}

/** Code of people has lines of some forty characters; bundlers write lines of thousands. */
const averageLine = 250;
const smallFile = 3000;

function isMinified(text: string): boolean {
  return text.length > smallFile && text.length > averageLine * (text.split('\n', Math.ceil(text.length / averageLine) + 1).length);
}
