import { describe, expect, it } from 'vitest';
import plugin from '../../src/browser.js';
import { examplesOf } from '../../tools/site/examples.js';
import { languageOf, renamedTo } from '../playground/files.js';
import { calls } from '../playground/linting.js';
import type { LintInput } from '../playground/protocol.js';
import { fromHash, toHash, type State } from '../playground/state.js';

const examples = examplesOf('docs/rules');
const base: LintInput = { code: '', file: 'src/example.ts', preset: 'all', overrides: {}, settings: {} };

describe('the examples', () => {
  it('are of nearly all rules', () => expect(examples.length).toBeGreaterThan(0.9 * Object.keys(plugin.rules).length));

  it.each(examples)('$rule is reported', ({ rule, file, code, settings }) => {
    const found = calls.lint({ ...base, code, file, preset: languageOf(file) === 'yaml' ? 'manifests-strict' : 'all', settings: settings ?? {} });
    expect(found.map((finding) => finding.rule)).toContain(rule);
  });
});

describe('linting in the playground', () => {
  it('offers every rule and every preset that needs no other plugin', () => {
    const { rules, presets } = calls.offer();
    expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(plugin.rules).sort());
    expect(presets.map(({ name }) => name)).toEqual(expect.arrayContaining(['recommended', 'all', 'agents', 'p012', 'manifests']));
  });

  it('gives places as offsets, also where lines end in two characters', () => {
    const code = "import { Redis } from 'ioredis';\r\nexport const load = (id) => {\r\n  const redis = new Redis();\r\n  return redis.get(id);\r\n};\r\n";
    const [finding] = calls.lint({ ...base, code });
    expect(code.slice(finding!.from, finding!.to)).toBe('new Redis()');
  });

  it('reports a text that does not parse as an error without a rule', () => {
    expect(calls.lint({ ...base, code: 'const = 1;' })).toEqual([expect.objectContaining({ rule: undefined, severity: 'error' })]);
  });

  it('takes JSX, CommonJS and JavaScript', () => {
    expect(calls.lint({ ...base, file: 'src/a.tsx', code: 'export const a = <b>c</b>;' })).toEqual([]);
    expect(calls.lint({ ...base, file: 'src/a.js', code: "const { Pool } = require('pg');\nexports.f = async () => new Pool().query('x');\n" }).map(({ rule }) => rule)).toContain('no-per-call-client');
    expect(calls.lint({ ...base, file: 'src/a.js', code: 'let a: string;' })).toEqual([expect.objectContaining({ rule: undefined })]);
  });

  it('keeps the options of a preset when only the severity is changed', () => {
    const code = 'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: orders\nspec:\n  host: orders\n  trafficPolicy:\n    outlierDetection:\n      consecutive5xxErrors: 5\n';
    const severities = (preset: string, overrides: LintInput['overrides']) => calls.lint({ ...base, file: 'orders.yaml', preset, overrides, code }).map(({ severity }) => severity);
    expect(severities('manifests', {})).toEqual([]);
    expect(severities('manifests-strict', {})).toEqual(['error']);
    expect(severities('manifests-strict', { 'istio-circuit-breaker': 'warn' })).toEqual(['warning']);
    expect(severities('manifests-strict', { 'istio-circuit-breaker': 'off' })).toEqual([]);
  });
});

describe('share links', () => {
  const state: State = { code: 'const a = "ä\n";', file: 'a.ts', preset: 'all', overrides: { x: 'off' }, settings: '{}' };

  it('keep the state, in letters that addresses may have', async () => {
    const hash = await toHash(state);
    expect(hash).toMatch(/^[\w-]+$/u);
    expect(await fromHash(`#${hash}`)).toEqual(state);
  });

  it.each(['', '#', '#install', '#AAAA', '#%%%'])('%j is none', async (hash) => expect(await fromHash(hash)).toBeUndefined());

  it('take over only what has the right form', async () => {
    expect(await fromHash(await toHash({ ...state, overrides: { a: 'loud' as 'off', b: 'warn' } }))).toEqual({ ...state, overrides: { b: 'warn' } });
    expect(await fromHash(await toHash({ ...state, code: 1 as unknown as string }))).toBeUndefined();
  });
});

it.each([['a.ts', 'yaml', 'a.yaml'], ['k8s/a.yml', 'yaml', 'k8s/a.yml'], ['src/a.test.ts', 'javascript', 'src/a.test.js'], ['a.mts', 'typescript', 'a.mts']] as const)('%s as %s is %s', (file, language, expected) => {
  expect(renamedTo(file, language)).toBe(expected);
});
