import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Project, type Major } from '../e2e/project.js';

const flat = `import { defineConfig } from 'eslint/config';
import plugin, { type ArchPrinciplesRules, type ArchPrinciplesSettings, type Settings } from 'eslint-plugin-archprinciples';
import browser from 'eslint-plugin-archprinciples/browser';

const settings: ArchPrinciplesSettings = { agents: ['runAgent'], files: { tests: ['**/*.spec.ts'] } };
export const same: Settings = settings;
const rules: ArchPrinciplesRules = {
  'archprinciples/require-timeout': ['error', { clients: true, maxMs: 60_000 }],
  'archprinciples/no-per-call-client': ['warn', { allow: ['pg.Client'] }],
  'archprinciples/cache-llm-response': 'off',
  'archprinciples/thin-handlers': 1,
};

export default defineConfig([
  { plugins: { archprinciples: plugin }, extends: ['archprinciples/recommended'], settings: { archprinciples: settings }, rules },
  { rules: { ...rules, 'no-console': 'off' } },
  { plugins: { arch: browser }, extends: ['arch/strict'] },
  { extends: [plugin.configs['flat/strict'], plugin.configs['flat/all']] },
  plugin.configs['flat/recommended'],
]);
`;
const legacy = `import type { Linter } from 'eslint';
import plugin = require('eslint-plugin-archprinciples');

const settings: plugin.Settings = { crossFile: false };
const rules: plugin.ArchPrinciplesRules = { 'archprinciples/require-timeout': 'error' };
const config: Linter.LegacyConfig = { ...plugin.configs.recommended, rules, settings: { archprinciples: settings } };
export = config;
`;
const wrong = `import plugin, { type ArchPrinciplesRules, type Settings } from 'eslint-plugin-archprinciples';
export const version: number = plugin.meta.version;
export const settings: Settings = { agents: 'runAgent' };
export const misspelt: Settings = { librarys: [] };
export const noRule: ArchPrinciplesRules = { 'archprinciples/no-such-rule': 'error' };
export const noOption: ArchPrinciplesRules = { 'archprinciples/require-timeout': ['error', { maxMS: 1 }] };
export const noValue: ArchPrinciplesRules = { 'archprinciples/require-timeout': ['error', { maxMs: '1s' }] };
export const noOptions: ArchPrinciplesRules = { 'archprinciples/cache-llm-response': ['error', {}] };
export const noSeverity: ArchPrinciplesRules = { 'archprinciples/require-timeout': 'warning' };
`;
const tsconfig = JSON.stringify({
  compilerOptions: { module: 'nodenext', target: 'es2023', types: [], strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: true, noEmit: true },
  include: ['*'],
});

function typeErrors(major: Major, files: Record<string, string>, options: readonly string[] = []): string[] {
  const project = new Project(major, { ...files, 'tsconfig.json': tsconfig });
  const compiler = path.join(project.directory, '../node_modules/typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', '.', '--pretty', 'false', ...options], { cwd: project.directory, encoding: 'utf8' });
  return `${stdout}${stderr}`.split('\n').filter((line) => line && !line.startsWith(' '));
}

describe.each<Major>([9, 10])('types next to ESLint %i', (major) => {
  it('let defineConfig take the plugin and its configs without a cast', () => {
    expect(typeErrors(major, { 'eslint.config.mts': flat })).toEqual([]);
  });

  it('serve CommonJS configs and eslintrc', () => {
    expect(typeErrors(major, { 'eslintrc.cts': legacy })).toEqual([]);
  });

  it('are really there: mistakes are errors', () => {
    expect(typeErrors(major, { 'eslint.config.mts': wrong }).map((line) => line.replace(/: .*/u, ''))).toEqual([
      'eslint.config.mts(2,14)', 'eslint.config.mts(3,37)', 'eslint.config.mts(4,37)',
      'eslint.config.mts(5,46)', 'eslint.config.mts(6,94)', 'eslint.config.mts(7,93)', 'eslint.config.mts(8,96)', 'eslint.config.mts(9,50)',
    ]);
  });

  it('have no errors of their own', () => {
    const own = typeErrors(major, { 'eslint.config.mts': flat, 'eslintrc.cts': legacy }, ['--skipLibCheck', 'false'])
      .filter((line) => line.includes('eslint-plugin-archprinciples'));
    expect(own).toEqual([]);
  });
});
