import { describe, expect, it } from 'vitest';
import { configsOf, presetsOf, type FlatConfig, type LegacyConfig, type PresetRule } from '../../src/configs.js';
import plugin from '../../src/index.js';
import type { PrincipleId, Tier } from '../../src/principles.js';

const rule = (principle: PrincipleId, tier: Tier, definition: PresetRule['definition']): PresetRule => ({ meta: { docs: { principle, tier } }, definition });
const samples = {
  'no-block': rule('P011', 'critical', { presets: true }),
  'no-client': rule('P012', 'high', { presets: true, strict: { cheap: true } }),
  'no-full-file': rule('P070', 'medium', { presets: true }),
  'not-yet': rule('P012', 'high', { presets: false, strict: { early: true } }),
  'no-direct': rule('P014', 'high', { presets: true }),
  'break-circuit': rule('P017', 'medium', { presets: true }),
  'split-sides': rule('P015', 'medium', { presets: true }),
  'keep-previous-version': rule('P018', 'high', { presets: true }),
};
const presets = Object.fromEntries(presetsOf(samples).map(({ name, rules }) => [name, rules]));

describe('presets', () => {
  it('take severities from tiers and options from `strict`', () => {
    expect(presets).toMatchObject({
      critical: { 'no-block': 'error' },
      recommended: { 'no-block': 'error', 'no-client': 'warn' },
      strict: { 'no-block': 'error', 'no-client': ['error', { cheap: true }], 'no-full-file': 'warn' },
      all: { 'no-block': 'error', 'no-client': ['error', { cheap: true }], 'no-full-file': 'error', 'not-yet': ['error', { early: true }] },
    });
    expect(Object.keys(presets['critical']!)).toEqual(['no-block']);
    expect(Object.keys(presets['recommended']!)).toEqual(['no-block', 'no-client', 'no-direct', 'keep-previous-version']);
    for (const name of ['recommended', 'strict']) expect(presets[name]).not.toHaveProperty('not-yet');
  });

  it('name errors before warnings', () => {
    for (const rules of Object.values(presets)) {
      const severities = Object.values(rules).map((entry) => (typeof entry === 'string' ? entry : entry[0]));
      expect(severities).toEqual([...severities].sort());
    }
  });

  it('are there for agents and for each principle', () => {
    expect(presets).toMatchObject({ agents: { 'no-full-file': 'warn' }, p011: { 'no-block': 'error' }, p070: { 'no-full-file': 'warn' } });
    expect(presets['p012']).toEqual({ 'no-client': ['error', { cheap: true }] });
  });

  it('know three sizes of systems', () => {
    expect(presets['single-api']).toEqual({ 'no-block': 'error', 'no-client': 'warn' });
    expect(presets['microservices']).toEqual({ 'no-block': 'error', 'no-client': 'warn', 'no-direct': 'warn', 'break-circuit': 'warn', 'keep-previous-version': 'warn' });
    expect(presets['enterprise']).toEqual({ ...presets['strict'], 'split-sides': 'error' });
  });

  it('exist only with a rule', () => {
    expect(presetsOf({ 'no-client': samples['no-client'] }).map(({ name }) => name)).toEqual(['recommended', 'strict', 'all', 'single-api', 'microservices', 'enterprise', 'p012']);
    expect(presetsOf({ 'not-yet': samples['not-yet'] }).map(({ name }) => name)).toEqual(['all']);
  });

  it('come in both shapes', () => {
    const self = {};
    expect(configsOf([{ name: 'strict', rules: { 'no-client': ['error', { cheap: true }] } }], 'archprinciples', self)).toEqual({
      strict: { plugins: ['archprinciples'], rules: { 'archprinciples/no-client': ['error', { cheap: true }] }, overrides: [] },
      'flat/strict': { name: 'archprinciples/strict', plugins: { archprinciples: self }, rules: { 'archprinciples/no-client': ['error', { cheap: true }] } },
    });
  });
});

describe('the plugin\'s configs', () => {
  const code = Object.entries(plugin.configs).filter(([name]) => !name.includes('manifests'));
  const ruleNames = (config: object | undefined) => (config as { rules: object }).rules;

  it('hold these rules', () => {
    const lists = Object.entries(plugin.configs).filter(([name]) => name.startsWith('flat/')).map(([name, config]) => [name.slice(5), ruleNames(config)]);
    expect(Object.fromEntries(lists)).toMatchSnapshot();
  });

  it('are the same in both shapes', () => {
    const names = code.map(([name]) => name).filter((name) => !name.startsWith('flat/'));
    expect(names).toContain('recommended');
    for (const name of names) expect(plugin.configs[`flat/${name}`]?.rules).toEqual(plugin.configs[name]?.rules);
  });

  it('are valid in both shapes: no files, no parser, no languages', () => {
    for (const [name, config] of code) {
      expect(Object.keys(config).sort(), name).toEqual(name.startsWith('flat/') ? ['name', 'plugins', 'rules'] : ['overrides', 'plugins', 'rules']);
    }
  });

  it.each(['manifests', 'manifests-strict'])('%s reads YAML files alone, with the parser it brings', (name) => {
    const flat = plugin.configs[`flat/${name}`] as FlatConfig;
    const legacy = plugin.configs[name] as LegacyConfig;
    expect(flat).toMatchObject({ files: ['**/*.yaml', '**/*.yml'], languageOptions: { parser: { meta: { name: 'archprinciples/yaml' } } } });
    expect(legacy.rules).toEqual({});
    expect(legacy.overrides).toEqual([{ files: flat.files, parser: expect.stringMatching(/yaml-parser\.ts$/u) as string, rules: flat.rules }]);
  });

  it('keep rules of YAML files out of the presets of code', () => {
    const manifests = Object.keys(ruleNames(plugin.configs['flat/manifests-strict']));
    expect(manifests).toContain('archprinciples/istio-strict-mtls');
    for (const [name, config] of code) expect(Object.keys(config.rules).filter((rule) => manifests.includes(rule)), name).toEqual([]);
  });
});
