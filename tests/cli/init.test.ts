import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { yes, type Ask } from '../../cli/init/ask.js';
import { main, type World } from '../../cli/main.js';
import { terminalOn } from '../../cli/terminal.js';
import { projectWith } from './project.js';

const names = ['critical', 'recommended', 'strict', 'single-api', 'microservices', 'agents', 'manifests'];
const plugin: World['plugin'] = {
  meta: { version: '9.9.9' },
  rules: { 'no-per-call-client': { meta: { docs: { description: 'Disallow it', url: 'https://example.com/no-per-call-client', principle: 'P012', tier: 'high', fix: 'fix' } } } },
  configs: Object.fromEntries(names.map((name) => [`flat/${name}`, { rules: { 'archprinciples/a': 'error', 'archprinciples/b': 'warn' } }])),
};

interface Run { code: number; out: string; errors: string }

/** Runs the command line in a project, answering with `ask`. */
async function run(cwd: string, args: readonly string[], ask?: Ask, env: Record<string, string> = {}): Promise<Run> {
  const texts = { out: '', errors: '' };
  const stream = (key: 'errors' | 'out') => terminalOn({ write: (text: string) => (texts[key] += text) }, env);
  const code = await main(args, { out: stream('out'), errors: stream('errors'), cwd, ask, plugin, pages: () => ({ 'no-per-call-client': [{ heading: ['no-per-call-client'], level: 1 }, { text: ['See ', ['link', 'the docs', '../principles.md'], ' and ', ['link', 'the site', 'https://example.com'], '.'] }] }) });
  return { code, ...texts };
}

/** Answers with what is given: the presets, then each question. */
function answers(presets: readonly string[] | undefined, ...confirmed: (boolean | undefined)[]): Ask & { questions: string[] } {
  const questions: string[] = [];
  return {
    questions,
    presets: (proposed) => (questions.push(proposed.map(({ name }) => name).join()), Promise.resolve(presets)),
    confirm: (question) => (questions.push(question), Promise.resolve(confirmed.shift())),
  };
}

const config = 'export default [\n  {},\n];\n';
const read = (root: string, name = 'eslint.config.mjs') => readFileSync(path.join(root, name), 'utf8');

describe('init', () => {
  it('writes a first configuration with --yes, says what to install, and has nothing to do afterwards', async () => {
    const root = projectWith({ 'package.json': { type: 'module', scripts: { start: 'x' }, dependencies: { express: '5', openai: '6' } }, 'pnpm-lock.yaml': '', 'src/a.ts': '' });
    const first = await run(root, ['init', '--yes']);
    expect(first.code).toBe(0);
    expect(first.out).toContain('pnpm add --save-dev eslint eslint-plugin-archprinciples typescript typescript-eslint');
    const text = read(root);
    expect(text).toMatch(/configs\['flat\/single-api'\][^]*configs\['flat\/agents'\]/u);
    const second = await run(root, ['init', '--yes']);
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('eslint.config.mjs has the plugin already (single-api, agents): nothing to do') as string });
    expect(read(root)).toBe(text);
  });

  it('writes nothing with --dry-run, but shows it', async () => {
    const root = projectWith({ 'package.json': {}, 'eslint.config.mjs': config });
    const { code, out } = await run(root, ['init', '--dry-run', '--yes']);
    expect(code).toBe(0);
    expect(out).toContain('\n+  archprinciples.configs[\'flat/recommended\'],\n');
    expect(read(root)).toBe(config);
  });

  it('takes the presets of --preset, also for a project that has others', async () => {
    const root = projectWith({ 'package.json': {}, 'eslint.config.mjs': config });
    await run(root, ['init', '--yes', '--preset', 'strict', '--preset', 'agents']);
    await run(root, ['init', '--yes', '--preset', 'manifests']);
    expect([...read(root).matchAll(/flat\/([\w-]+)/gu)].map(([, name]) => name)).toEqual(['strict', 'agents', 'manifests']);
  });

  it('asks for the presets and before it writes', async () => {
    const root = projectWith({ 'package.json': {}, 'eslint.config.mjs': config });
    const ask = answers(['critical'], true);
    expect((await run(root, ['init'], ask)).code).toBe(0);
    expect(ask.questions).toEqual(['recommended', 'Change eslint.config.mjs so?']);
    expect(read(root)).toContain('flat/critical');
  });

  it.each([['no', false], ['stop', undefined]])('writes nothing after "%s"', async (_, answer) => {
    const root = projectWith({ 'package.json': {}, 'eslint.config.mjs': config });
    expect((await run(root, ['init'], answers(['critical'], answer))).code).toBe(1);
    expect((await run(root, ['init'], answers(undefined))).code).toBe(1);
    expect(read(root)).toBe(config);
  });

  it('does not wait for answers that nobody gives', async () => {
    const root = projectWith({ 'package.json': {} });
    const { code, out } = await run(root, ['init']);
    expect(code).toBe(2);
    expect(out).toContain('--yes');
    expect(existsSync(path.join(root, 'eslint.config.mjs'))).toBe(false);
  });

  it('shows the patch, and what it rests on, where it cannot patch safely', async () => {
    const text = 'import { next } from \'@acme/eslint-config\';\nexport default next;\n';
    const root = projectWith({ 'package.json': {}, 'eslint.config.mjs': text });
    const { code, out } = await run(root, ['init', '--yes']);
    expect(code).toBe(1);
    expect(out).toContain('eslint.config.mjs was not changed: what it exports comes from @acme/eslint-config.');
    expect(out).toContain('-export default next;\n+import archprinciples from \'eslint-plugin-archprinciples\';\n+import { defineConfig } from \'eslint/config\';\n+export default defineConfig([\n+  next,\n+  archprinciples.configs[\'flat/recommended\'],\n+]);');
    expect(read(root)).toBe(text);
  });

  it('says what to add to an eslintrc in YAML', async () => {
    const root = projectWith({ 'package.json': {}, '.eslintrc.yml': 'root: true\n' });
    const { code, out } = await run(root, ['init', '--yes']);
    expect(code).toBe(1);
    expect(out).toContain('extends:\n  - plugin:archprinciples/recommended\n');
    writeFileSync(path.join(root, '.eslintrc.yml'), 'extends:\n  - plugin:archprinciples/recommended\n');
    expect((await run(root, ['init', '--yes'])).code).toBe(0);
  });

  it('patches eslintrc in JSON, and says what its ESLint needs', async () => {
    const root = projectWith({ 'package.json': {}, '.eslintrc.json': '{ "extends": "airbnb-base" }', 'node_modules/eslint/package.json': { version: '7.30.0' }, 'a.ts': '' });
    const { code, out } = await run(root, ['init', '--yes']);
    expect(code).toBe(0);
    expect(JSON.parse(read(root, '.eslintrc.json'))).toEqual({ extends: ['airbnb-base', 'plugin:archprinciples/recommended'] });
    expect(out).toContain('ESLint here is 7.30.0; the plugin needs 8.57 or later.');
    expect(out).toContain('no parser for TypeScript');
  });

  it('leads to the configurations below, where there is none here', async () => {
    const root = projectWith({ 'package.json': {}, 'server/eslint.config.mjs': config });
    const { code, out } = await run(root, ['init', '--yes']);
    expect(code).toBe(1);
    expect(out).toContain('init --cwd server');
    expect(existsSync(path.join(root, 'eslint.config.mjs'))).toBe(false);
    await run(root, ['init', '--yes', '--cwd', 'server']);
    expect(read(root, 'server/eslint.config.mjs')).toBe(config);
    writeFileSync(path.join(root, 'server/package.json'), '{}');
    await run(root, ['init', '--yes', '--cwd', 'server']);
    expect(read(root, 'server/eslint.config.mjs')).toContain('flat/recommended');
  });

  describe('baseline', () => {
    /** An ESLint that writes down how it was called, and ends as it is told. */
    const withEslint = (version: string, status = 1) => projectWith({
      'package.json': {}, 'eslint.config.mjs': config,
      'node_modules/eslint-plugin-archprinciples/package.json': { version: '1.0.0' },
      'node_modules/eslint/package.json': { version },
      'node_modules/eslint/bin/eslint.js': `require('fs').writeFileSync('called.json', JSON.stringify(process.argv.slice(2))); console.error('broken'); process.exit(${status});`,
    });

    it('records the errors of the presets\' rules and of no other', async () => {
      const root = withEslint('9.24.0');
      const { code, out } = await run(root, ['init', '--yes']);
      expect(code).toBe(0);
      expect(JSON.parse(read(root, 'called.json'))).toEqual(['.', '--suppress-rule', 'archprinciples/a']);
      expect(out).toContain('It records no warnings');
    });

    it('is asked for, and not there with --no-baseline, --dry-run, an older ESLint or a baseline', async () => {
      const root = withEslint('10.0.0');
      const ask = answers(['critical'], true, false);
      await run(root, ['init'], ask);
      expect(ask.questions.at(-1)).toMatch(/^Record a baseline/u);
      await run(root, ['init', '--yes', '--no-baseline', '--preset', 'strict']);
      await run(root, ['init', '--yes', '--dry-run', '--preset', 'agents']);
      expect(existsSync(path.join(root, 'called.json'))).toBe(false);
      const old = withEslint('9.23.0');
      expect((await run(old, ['init', '--yes'])).out).toContain('ESLint 9.23.0 has no bulk suppressions');
      expect(existsSync(path.join(old, 'called.json'))).toBe(false);
      writeFileSync(path.join(root, 'eslint-suppressions.json'), '{}');
      await run(root, ['init', '--yes', '--preset', 'agents']);
      expect(existsSync(path.join(root, 'called.json'))).toBe(false);
    });

    it('says so when ESLint fails', async () => {
      const { code, out } = await run(withEslint('9.24.0', 2), ['init', '--yes']);
      expect(code).toBe(1);
      expect(out).toContain('ESLint could not run, so there is no baseline:\nbroken');
    });
  });
});

describe('the command line', () => {
  it.each([
    [['init', '--preset', 'recomended'], 'Did you mean recommended'],
    [['init', '--what'], '--what'],
    [['init', 'recommended'], 'a preset behind --preset'],
    [['start'], 'There is no command "start"'],
    [[], 'npx eslint-plugin-archprinciples init'],
    [['init', '--cwd', 'nowhere'], 'has no package.json'],
    [['explain'], 'Explain what?'],
    [['explain', 'no-per-cal-client'], 'Did you mean no-per-call-client?'],
    [['explain', 'P12'], 'Did you mean P012'],
    [['explain', 'zzzzzzzz'], '`explain --list`'],
  ])('%j ends with 2 and says why', async (args, words) => {
    const { code, out, errors } = await run(projectWith({ 'package.json': {} }), args, yes);
    expect(code).toBe(2);
    expect(out + errors).toContain(words);
  });

  it('has help and a version', async () => {
    expect(await run('/', ['--version'])).toMatchObject({ code: 0, out: '9.9.9\n' });
    const { code, out } = await run('/', ['init', '--help']);
    expect(code).toBe(0);
    for (const flag of ['--yes', '--dry-run', '--preset NAME', '--cwd', '--no-baseline', '--list', 'Exit codes']) expect(out).toContain(flag);
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });
});

describe('explain', () => {
  it.each(['no-per-call-client', 'archprinciples/no-per-call-client', 'NO-PER-CALL-CLIENT'])('%s prints the page', async (name) => {
    expect(await run('/', ['explain', name])).toMatchObject({ code: 0, out: 'NO-PER-CALL-CLIENT\n\nSee the docs and the site (https://example.com).\n\nhttps://example.com/no-per-call-client\n' });
  });

  it.each(['P012', 'p012', 'singleton pattern for expensive resources', 'P012 Singleton Pattern for Expensive Resources'])('%s prints the principle with its rules', async (name) => {
    const { code, out } = await run('/', ['explain', ...name.split(' ')]);
    expect(code).toBe(0);
    expect(out).toContain('P012 SINGLETON PATTERN FOR EXPENSIVE RESOURCES');
    expect(out).toContain('- no-per-call-client: Disallow it (fixes)');
  });

  it('prints a principle without a rule', async () => {
    expect((await run('/', ['explain', 'sharding'])).out).toContain('No rule yet.');
  });

  it('--list names what has rules', async () => {
    expect((await run('/', ['explain', '--list'])).out).toBe('P012 SINGLETON PATTERN FOR EXPENSIVE RESOURCES, HIGH\n\n- no-per-call-client: Disallow it (fixes)\n');
  });

  it('has colours only where they are wanted', async () => {
    const escape = String.fromCharCode(27);
    expect((await run('/', ['explain', 'P012'])).out).not.toContain(escape);
    expect((await run('/', ['explain', 'P012'], undefined, { FORCE_COLOR: '1' })).out).toContain(escape);
    expect((await run('/', ['explain', 'P012'], undefined, { FORCE_COLOR: '1', NO_COLOR: '1' })).out).not.toContain(escape);
  });
});
