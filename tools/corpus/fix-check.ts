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
  /** The tests that passed and failed, when a command was given. */
  tests?: { before: TestCount; after: TestCount };
}

export interface TestCount {
  passed: number;
  failed: number;
}

/** Shell commands, run in the copy before and after fixing. */
export interface Checks {
  /** Prints TypeScript's errors. */
  typecheck?: string | undefined;
  /** Runs tests with Jest, Vitest, Mocha or Node's runner, and prints how many passed. */
  test?: string | undefined;
}

/**
 * Fixes a copy of a repository, so that the original stays as it is.
 *
 * @param linterFor the linter for a directory: the copy's files lie elsewhere.
 * @param keep leaves the copy where it is, for a look at it.
 */
export function checkFixes(directory: string, files: readonly string[], linterFor: (directory: string) => CorpusLinter, { typecheck, test }: Checks = {}, keep = false): FixCheck {
  const copy = copyProject(directory);
  const linter = linterFor(copy);
  try {
    const errors = typecheck ? typeErrors(typecheck, copy) : [];
    const tests = test && testCount(run(test, copy));
    const { changed, broken } = fixAll(copy, files, linter);
    const unstable = fixAll(copy, files, linterFor(copy)).changed;
    const check: FixCheck = { changed, broken, unstable };
    if (typecheck) {
      const after = typeErrors(typecheck, copy);
      const known = new Set(errors.map(withoutPlace));
      check.typeErrors = { before: errors.length, after: after.length, added: after.filter((error) => !known.has(withoutPlace(error))) };
    }
    if (test && tests) check.tests = { before: tests, after: testCount(run(test, copy)) };
    return check;
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
  return run(command, cwd).split('\n').filter((line) => /\berror TS\d+/u.test(line));
}

function run(command: string, cwd: string): string {
  const { stdout, stderr } = spawnSync(command, { cwd, shell: true, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, CI: '1', NO_COLOR: '1' } });
  return `${stdout}\n${stderr}`;
}

/**
 * The tests that a run says it made, over all packages of a repository: `Tests: 1 failed, 7 passed` of Jest and Vitest,
 * `7 passing` of Mocha, `# pass 7` of Node.
 */
export function testCount(output: string): TestCount {
  const sum = (pattern: RegExp) => [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
  return {
    passed: sum(/^\s*Tests:?\s[^\n]*?(\d+) passed/gmu) + sum(/^\s*(\d+) passing\b/gmu) + sum(/^# pass (\d+)$/gmu),
    failed: sum(/^\s*Tests:?\s[^\n]*?(\d+) failed/gmu) + sum(/^\s*(\d+) failing\b/gmu) + sum(/^# fail (\d+)$/gmu),
  };
}

/** An error's file and text: an edit above it moves its line. */
function withoutPlace(error: string): string {
  return error.replace(/\(\d+,\d+\)|:\d+:\d+/u, '');
}
