import * as tsParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import * as yml from 'eslint-plugin-yml';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { readSettings } from '../../src/settings.js';
import { readPage } from './page.js';

const guides = ['start', 'legacy', 'one-principle', 'settings', 'manifests', 'suggestions'];
const blocks = guides.flatMap((guide) => readPage(readFileSync(path.join('docs/guides', `${guide}.md`), 'utf8')).blocks.map((block) => ({ guide, ...block })));
const configurations = blocks.filter(({ language, code }) => language === 'js' && code.includes('export default'));

const client = "import { createStore } from '@acme/store';\nimport { Redis } from 'ioredis';\nimport { Pool } from 'pg';\nimport express from 'express';\n"
  + "express().get('/', async (req, res) => {\n  const redis: Redis = new Redis();\n  const pool = new Pool();\n  const store = createStore();\n"
  + "  res.json([await redis.get('a'), await pool.query('b'), await store.get('c')]);\n});\n";
const call = "export async function load() {\n  const response = await fetch('https://rates.example.com/latest');\n  return response.json();\n}\n";
const mesh = 'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: default }\nspec: { mtls: { mode: PERMISSIVE } }\n';

// A project of its own: this one's package.json would tell the rules what kind of program it is.
const cwd = realpathSync(mkdtempSync(path.join(tmpdir(), 'archprinciples-guides-')));
afterAll(() => rmSync(cwd, { recursive: true }));

/** What a block of a guide, as it stands there, makes ESLint report. */
async function lint(code: string, text: string, filePath: string, fix = false): Promise<{ reported: string[]; output: string | undefined }> {
  const body = code.replace(/^import .*\n/gmu, '').replace('export default', 'return');
  const make = new Function('archprinciples', 'defineConfig', 'tseslint', 'yml', body) as (...modules: unknown[]) => Linter.Config[];
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: make(plugin, defineConfig, { parser: tsParser }, yml), fix });
  const [result] = await eslint.lintText(text, { filePath });
  return { reported: result!.messages.map(({ ruleId, severity, message }) => (ruleId ? `${ruleId.replace('archprinciples/', '')} ${severity}` : message)), output: result!.output };
}

const ofGuide = (guide: string) => configurations.filter((block) => block.guide === guide).map(({ code }) => code);

describe('the configurations of the guides', () => {
  it('are all tried here', () => {
    expect(Object.fromEntries(guides.map((guide) => [guide, ofGuide(guide).length]))).toEqual({ start: 1, legacy: 1, 'one-principle': 3, settings: 1, manifests: 2, suggestions: 1 });
  });

  it('start: recommended warns', async () => {
    expect((await lint(ofGuide('start')[0]!, client, 'src/server.ts')).reported).toContain('no-per-call-client 1');
  });

  it('legacy: strict fails', async () => {
    expect((await lint(ofGuide('legacy')[0]!, client, 'src/server.ts')).reported).toContain('no-per-call-client 2');
  });

  it('one principle: only its rules, then a service, then a rule with an option', async () => {
    const [one, service, rule] = ofGuide('one-principle');
    expect(new Set((await lint(one!, client + call, 'src/server.ts')).reported)).toEqual(new Set(['no-per-call-client 2']));
    expect((await lint(service!, client, 'services/users/server.ts')).reported).toEqual([]);
    expect((await lint(service!, client, 'services/orders/server.ts')).reported).toContain('no-per-call-client 2');
    expect((await lint(rule!, client, 'src/server.ts')).reported).toEqual(['no-per-call-client 2']);
  });

  it('settings: the package is known', async () => {
    const known = (await lint(ofGuide('settings')[0]!, client, 'src/server.ts')).reported.filter((entry) => entry.startsWith('no-per-call-client'));
    const unknown = (await lint(ofGuide('start')[0]!, client, 'src/server.ts')).reported.filter((entry) => entry.startsWith('no-per-call-client'));
    expect(known.length).toBe(unknown.length + 1);
  });

  it.each([0, 1])('manifests: configuration %i reads YAML', async (index) => {
    expect((await lint(ofGuide('manifests')[index]!, mesh, 'k8s/peer.yaml')).reported).toEqual(['istio-strict-mtls 2']);
  });

  it('suggestions: --fix applies those of the rule that is named', async () => {
    const { output, reported } = await lint(ofGuide('suggestions')[0]!, call, 'src/load.ts', true);
    expect(output).toContain('AbortSignal.timeout(');
    expect(reported).toEqual([]);
  });
});

describe('the settings of the guides', () => {
  const settings = blocks.filter(({ language }) => language === 'json');

  it('are there', () => expect(settings.length).toBeGreaterThanOrEqual(3));

  it.each(settings)('$guide, line $line, are valid', ({ code }) => expect(readSettings(JSON.parse(code))).toMatchObject({ ok: true }));
});
