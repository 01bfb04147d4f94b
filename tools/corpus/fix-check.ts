import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyProject } from '../shared/copy.js';
import type { CorpusLinter } from './linter.js';

/** What fixing a copy of a repository did. */
export interface FixCheck {
  /** Files that a first `--fix` changed. */
  changed: string[];
  /** Changed files that do not parse any more. */
  broken: string[];
  /** Files that a second `--fix` changes again. */
  unstable: string[];
  /** TypeScript's errors, when a command was given. */
  typeErrors?: { before: number; after: number; added: string[] };
}

/**
 * Fixes a copy of a repository, so that the original stays as it is.
 *
 * @param linterFor the linter for a directory: the copy's files lie elsewhere.
 * @param typecheck a shell command that prints TypeScript's errors, run in the copy before and after.
 * @param keep leaves the copy where it is, for a look at it.
 */
export function checkFixes(directory: string, files: readonly string[], linterFor: (directory: string) => CorpusLinter, typecheck: string | undefined, keep: boolean): FixCheck {
  const copy = copyProject(directory);
  const linter = linterFor(copy);
  try {
    const before = typecheck ? typeErrors(typecheck, copy) : [];
    const { changed, broken } = fixAll(copy, files, linter);
    const unstable = fixAll(copy, files, linterFor(copy)).changed;
    if (!typecheck) return { changed, broken, unstable };
    const after = typeErrors(typecheck, copy);
    const known = new Set(before.map(withoutPlace));
    return { changed, broken, unstable, typeErrors: { before: before.length, after: after.length, added: after.filter((error) => !known.has(withoutPlace(error))) } };
  } finally {
    if (keep) console.log(`The fixed copy: ${copy}`);
    else rmSync(path.dirname(copy), { recursive: true });
  }
}

function fixAll(directory: string, files: readonly string[], linter: CorpusLinter): { changed: string[]; broken: string[] } {
  const changed: string[] = [];
  const broken: string[] = [];
  for (const file of files) {
    const text = readFileSync(path.join(directory, file), 'utf8');
    const { fixed = text, messages } = linter.run(file, text, true);
    if (fixed === text) continue;
    changed.push(file);
    if (messages.some(({ fatal }) => fatal)) broken.push(file);
    writeFileSync(path.join(directory, file), fixed);
  }
  return { changed, broken };
}

function typeErrors(command: string, cwd: string): string[] {
  const { stdout, stderr } = spawnSync(command, { cwd, shell: true, encoding: 'utf8', maxBuffer: 1 << 28 });
  return `${stdout}\n${stderr}`.split('\n').filter((line) => /\berror TS\d+/u.test(line));
}

/** An error's file and text: an edit above it moves its line. */
function withoutPlace(error: string): string {
  return error.replace(/\(\d+,\d+\)|:\d+:\d+/u, '');
}
