import picomatch from 'picomatch/posix';
import type { FileGroup, Settings } from '../settings.js';
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
  /** Written by a tool, as a comment at its head says. */
  readonly generated: boolean;
  /** Types only: `.d.ts`. */
  readonly declaration: boolean;
  readonly minified: boolean;
  /** A command-line program: it reads its arguments, runs when started itself or uses a library for such programs, and serves no requests. */
  readonly cli: boolean;
}

export const fileKind = defineService((source: SourceCode): FileKind => {
  const { text } = source;
  const { filename } = contextOf(source);
  const shebang = () => text.startsWith('#!') && !isServer(source);
  // Each is computed when it is asked for: most files are asked for one or two.
  return lazily<FileKind>({
    test: () => inGroup(source, 'tests'),
    script: () => shebang() || inGroup(source, 'scripts'),
    example: () => /(?:^|\/)(?:examples?|samples?|demos?|tutorials?|quickstarts?|playgrounds?)\//u.test(relativePath(filename, contextOf(source).cwd)),
    migration: () => inGroup(source, 'migrations'),
    compositionRoot: () => inGroup(source, 'compositionRoot'),
    generated: () => isGenerated(source),
    declaration: () => /\.d\.(?:[^./\\]+\.)?[cm]?ts$/u.test(filename),
    minified: () => /[.-]min\.[cm]?js$/u.test(filename) || isMinified(text),
    cli: () => importedRoles(source).has('cli') || shebang() || (!isServer(source) && /\bprocess\.argv\b|\brequire\.main\s*===?\s*module\b|\bimport\.meta\.main\b/u.test(text)),
  });
});

function isServer(source: SourceCode): boolean {
  const roles = importedRoles(source);
  return roles.has('web-framework') || roles.has('queue-worker');
}

/** An object whose properties are computed on first reading. */
function lazily<T extends object>(compute: { readonly [K in keyof T]: () => T[K] }): T {
  const result = {};
  for (const [key, get] of Object.entries<() => unknown>(compute)) {
    Object.defineProperty(result, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = get();
        Object.defineProperty(result, key, { enumerable: true, value });
        return value;
      },
    });
  }
  return result as T;
}

type Matcher = (path: string) => boolean;
const matchers = new WeakMap<Settings, Partial<Record<FileGroup, Matcher>>>();

/** Whether the file's path is in a group of the settings. Globs are relative to the working directory. */
export function inGroup(source: SourceCode, group: FileGroup): boolean {
  const { filename, cwd, settings } = contextOf(source);
  let compiled = matchers.get(settings);
  if (!compiled) matchers.set(settings, (compiled = {}));
  compiled[group] ??= compile(settings.files[group]);
  return compiled[group](relativePath(filename, cwd));
}

/** A glob also stands for everything below the folder it names; one that starts with `!` takes files out again. */
function compile(globs: readonly string[]): Matcher {
  const matcher = (chosen: readonly string[]): Matcher => {
    if (chosen.length === 0) return () => false;
    const isMatch = picomatch(chosen.flatMap((glob) => [glob, `${glob.replace(/\/+$/u, '')}/**`]), { dot: true });
    return (path) => isMatch(path);
  };
  const clean = globs.map((glob) => glob.replace(/^(!?)\.\//u, '$1'));
  const isIn = matcher(clean.filter((glob) => !glob.startsWith('!')));
  const isOut = matcher(clean.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)));
  return (path) => isIn(path) && !isOut(path);
}

/**
 * The path of a file below the working directory, with `/`. Of a file elsewhere, what follows the part both have in common:
 * the names of directories above the project say nothing about it.
 */
export function relativePath(filename: string, cwd: string): string {
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

/** What generators write into the head of a file. */
const generatedMark = /@generated\b|\bDO NOT (?:EDIT|MODIFY)\b|\bdo not (?:edit|modify) (?:this file|manually|by hand)\b|\bauto-? ?generated\b|\b(?:file|code) (?:is|was|has been) (?:automatically )?generated\b/iu;

/** Looks at the comments before the first statement that is no directive. */
function isGenerated(source: SourceCode): boolean {
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
