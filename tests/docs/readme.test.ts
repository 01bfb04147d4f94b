import * as tsParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { principles } from '../../src/principles.js';
import { readSettings, type ArchPrinciplesSettings } from '../../src/settings.js';
import { readPage, sectionProse } from './page.js';

const { blocks, prose } = readPage(readFileSync('README.md', 'utf8'));

const handler = `
import express from 'express';
import { Redis } from 'ioredis';
express().get('/', async (req, res) => {
  const redis = new Redis();
  res.json(await redis.get('greeting'));
});
`;

/** The names in the first column of a section's tables. */
function firstColumn(section: string): string[] {
  return [...sectionProse(prose, section).matchAll(/^\| (`[^|]*) \|/gmu)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/gu)].map(([, name]) => name!));
}

describe('the example', () => {
  const [before, output, after] = blocks.filter(({ section }) => section === '');
  const lint = async (fix: boolean) => {
    const overrideConfig = [{ languageOptions: { parser: tsParser } }, (plugin.configs as Record<string, unknown>)['flat/recommended']] as Linter.Config[];
    return (await new ESLint({ overrideConfigFile: true, fix, overrideConfig: overrideConfig.map((config) => ({ files: ['**/*.ts'], ...config })) }).lintText(`${before!.code}\n`, { filePath: 'src/server.ts' }))[0]!;
  };

  it('is reported as it says', async () => {
    const { messages } = await lint(false);
    expect(messages.map(({ line, column, message }) => `${line}:${column}  ${message}`)).toEqual(output!.code.split('\n'));
  });

  it('is fixed as it says', async () => {
    const { output: fixed } = await lint(true);
    expect(fixed!.slice(fixed!.indexOf('const app'))).toBe(`${after!.code}\n`);
  });
});

describe('the flat configurations', () => {
  const configurations = blocks.filter(({ language, code }) => language === 'js' && code.includes('export default defineConfig'));

  it('are one for TypeScript and one for JavaScript', () => expect(configurations).toHaveLength(2));

  it.each(configurations)('of line $line report in the files they are for', async ({ code }) => {
    const body = code.replace(/^import .*\n/gmu, '').replace('export default', 'return');
    const make = new Function('archprinciples', 'defineConfig', 'tseslint', body) as (...modules: unknown[]) => Linter.Config[];
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: make(plugin, defineConfig, { parser: tsParser }) });
    const files = ['src/server.js', ...(code.includes('tseslint') ? ['src/server.ts'] : [])];
    for (const filePath of files) {
      const [result] = await eslint.lintText(filePath.endsWith('.ts') ? handler.replace('redis =', 'redis: Redis =') : handler, { filePath });
      expect(result!.messages.map(({ ruleId }) => ruleId), filePath).toEqual(['archprinciples/no-per-call-client']);
    }
  });
});

describe('the eslintrc configurations', () => {
  const configurations = blocks.filter(({ language, section, code }) => language === 'json' && section === 'Configure' && code.includes('extends'));

  it('are one for TypeScript and one for JavaScript', () => expect(configurations).toHaveLength(2));

  it.each(configurations)('of line $line extend presets of that shape', ({ code }) => {
    for (const name of (JSON.parse(code) as { extends: string[] }).extends) {
      expect(plugin.configs[name.replace('plugin:archprinciples/', '')]).toHaveProperty('overrides');
    }
  });
});

describe('the presets', () => {
  it('are all there', () => {
    const existing = Object.keys(plugin.configs).filter((name) => !name.includes('/'));
    const named = firstColumn('Presets');
    expect(named.filter((name) => !existing.includes(name))).toEqual([]);
    const ofPrinciples = Object.keys(principles).map((id) => id.toLowerCase());
    expect(existing.filter((name) => !named.includes(name) && !ofPrinciples.includes(name))).toEqual([]);
  });
});

describe('the settings', () => {
  const known: Record<keyof ArchPrinciplesSettings, true> = {
    libraries: true, agents: true, resilience: true, mesh: true, contexts: true, spec: true, specHash: true, tier: true, crossFile: true, applySuggestions: true, files: true,
  };

  it('are all described', () => expect(firstColumn('Settings')).toEqual(Object.keys(known)));

  it('take the example, and the rule acts on it', async () => {
    const example = blocks.find(({ section, language }) => section === 'Settings' && language === 'js')!;
    const [config] = new Function(`return [${example.code}];`)() as [{ settings: { archprinciples: ArchPrinciplesSettings } }];
    expect(readSettings(config.settings.archprinciples)).toMatchObject({ ok: true });
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs['flat/recommended'] as Linter.Config, config] });
    const code = handler.replace("{ Redis } from 'ioredis'", "{ createStore } from '@acme/store'").replace('new Redis()', 'createStore()');
    const [result] = await eslint.lintText(code, { filePath: 'src/server.js' });
    expect(result!.messages.map(({ ruleId }) => ruleId)).toEqual(['archprinciples/no-per-call-client']);
  });
});
