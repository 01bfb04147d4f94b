import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Example } from './examples.js';
import type { Message, Project } from './project.js';

const binary = path.join(path.dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint');

interface Diagnostic {
  readonly code?: string;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'advice';
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
}

export interface OxlintRun { status: number | null; stdout: string; stderr: string }

/** Runs the `oxlint` binary in a project. */
export function oxlint(project: Project, ...args: readonly string[]): OxlintRun {
  const env = { ...process.env, NODE_OPTIONS: '' };
  return spawnSync(process.execPath, [binary, ...args], { cwd: project.directory, env, encoding: 'utf8', maxBuffer: 1 << 27 });
}

/**
 * Runs the binary and reads its JSON: the findings by file, in order. Files without one are not named, and the linted files are counted.
 * Throws oxlint's own words when it could not run, or when a rule crashed, which oxlint reports as a finding without a rule.
 */
export function lintWithOxlint(project: Project, ...args: readonly string[]): { status: number | null; count: number; files: Record<string, Message[]> } {
  const run = oxlint(project, '--format', 'json', ...args);
  if (!run.stdout.startsWith('{')) throw new Error(`oxlint ended with ${run.status}:\n${run.stdout}\n${run.stderr}`);
  const { diagnostics, number_of_files: count } = JSON.parse(run.stdout) as { diagnostics: Diagnostic[]; number_of_files: number };
  const files: Record<string, Message[]> = {};
  for (const { code, message, severity, filename, labels } of diagnostics) {
    const span = labels[0]?.span;
    if (code === undefined || !span) throw new Error(`oxlint: ${message}`);
    (files[filename] ??= []).push({ ruleId: code.replace(/\((.*)\)$/u, '/$1'), severity: severity === 'error' ? 2 : 1, line: span.line, column: span.column, message });
  }
  for (const messages of Object.values(files)) messages.sort((a, b) => a.line - b.line || a.column - b.column);
  return { status: run.status, count, files };
}

/** Configurations of a project whose folders are examples: `rules` on; a folder whose example has settings gets a nested one. `more` is added to all settings. */
export function oxlintConfigsOf(list: readonly Example[], rules: readonly string[], more: object = {}): Record<string, string> {
  const base = {
    categories: { correctness: 'off' },
    plugins: [],
    jsPlugins: ['eslint-plugin-archprinciples'],
    rules: Object.fromEntries(rules.map((name) => [`archprinciples/${name}`, 'error'])),
  };
  return {
    '.oxlintrc.json': JSON.stringify({ ...base, settings: { archprinciples: more } }, null, 2),
    ...Object.fromEntries(list.flatMap(({ folder, settings }) => (settings
      ? [[`${folder}/.oxlintrc.json`, JSON.stringify({ ...base, settings: { archprinciples: { ...settings, ...more } } }, null, 2)]]
      : []))),
  };
}
