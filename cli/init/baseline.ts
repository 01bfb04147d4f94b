import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import semver from 'semver';
import type { Project } from './project.js';

/** The file in which ESLint keeps what it does not report any more. */
export const suppressionsFile = 'eslint-suppressions.json';

export const baselineMeaning = 'A baseline (bulk suppressions) records today\'s errors, so that only new ones are reported. It records no warnings: rules that a preset sets to warn go on warning.';

/** Why a baseline cannot be recorded now, or undefined when it can. */
export function baselineObstacle({ cwd, eslint, pluginInstalled }: Pick<Project, 'cwd' | 'eslint' | 'pluginInstalled'>): string | undefined {
  if (!eslint) return 'ESLint is not installed';
  if (semver.lt(eslint, '9.24.0')) return `ESLint ${eslint} has no bulk suppressions; 9.24 has`;
  if (!pluginInstalled) return 'the plugin is not installed yet';
  return existsSync(path.join(cwd, suppressionsFile)) ? `${suppressionsFile} exists` : undefined;
}

/** The arguments with which ESLint records the errors of these rules, and of no other plugin's. */
export function baselineArguments(rules: readonly string[]): string[] {
  return ['.', ...rules.flatMap((rule) => ['--suppress-rule', rule])];
}

/**
 * Runs the project's own ESLint once and lets it write its suppressions.
 *
 * @returns ESLint's words when it could not run.
 */
export function recordBaseline(cwd: string, rules: readonly string[]): string | undefined {
  const manifest = createRequire(path.join(cwd, 'package.json')).resolve('eslint/package.json');
  const binary = path.join(path.dirname(manifest), 'bin/eslint.js');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [binary, ...baselineArguments(rules)], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) return error.message;
  // 1 means that other rules report errors, which are not ours to record.
  return status === 0 || status === 1 ? undefined : (stderr || stdout).trim();
}
