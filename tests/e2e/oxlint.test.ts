import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPage, sectionProse } from '../docs/page.js';
import { codeRules, eslintConfigOf, examples, filesOf } from './examples.js';
import { lintWithOxlint, oxlint, oxlintConfigsOf } from './oxlint.js';
import { brief, Project, type Message } from './project.js';
import { files, typescript } from './sources.js';

const extending = (preset: string, more: object = {}) => ({
  '.oxlintrc.json': JSON.stringify({ extends: [`../node_modules/eslint-plugin-archprinciples/oxlint/${preset}.json`], ...more }),
});
const finding = 'archprinciples/no-per-call-client';
const eager = `import Redis from 'ioredis';

const redis = new Redis();

export const cartKey = (user: string) => \`cart:\${user}\`;
export const loadCart = (user: string) => redis.get(cartKey(user));
`;
const manifest = 'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: default\nspec:\n  mtls:\n    mode: PERMISSIVE\n';

describe('a shipped configuration', () => {
  it('reports in every kind of file, as warnings that --deny-warnings turns into a failure', () => {
    const project = new Project(10, { ...files, ...extending('recommended') });
    const run = lintWithOxlint(project, 'src');
    expect(Object.fromEntries(Object.entries(run.files).map(([name, messages]) => [name, brief(messages)])))
      .toEqual(Object.fromEntries(Object.keys(files).map((name) => [name, [`4:17 warn ${finding}`]])));
    expect(run.status).toBe(0);
    expect(lintWithOxlint(project, '--deny-warnings', 'src').status).toBe(1);
  });

  it.each(['critical', 'recommended', 'strict', 'all', 'single-api', 'microservices', 'enterprise', 'agents'])('%s loads', (preset) => {
    const { status, count } = lintWithOxlint(new Project(10, { 'src/a.ts': 'export {};\n', ...extending(preset) }), 'src');
    expect({ status, count }).toEqual({ status: 0, count: 1 });
  });

  it('leaves severities and options to the project', () => {
    const off = new Project(10, { ...files, ...extending('recommended', { rules: { [finding]: 'off' } }) });
    expect(lintWithOxlint(off, 'src').files).toEqual({});
    const allowed = new Project(10, { ...files, ...extending('strict', { rules: { [finding]: ['error', { allow: ['ioredis'] }] } }) });
    expect(lintWithOxlint(allowed, 'src').files).toEqual({});
    const error = new Project(10, { ...files, ...extending('recommended', { rules: { [finding]: 'error' } }) });
    expect(lintWithOxlint(error, 'src').status).toBe(1);
  });

  it('takes settings, and says in each file what is wrong with them', () => {
    const cache = `import express from 'express';\nimport { createCache } from '@acme/cache';\n\nexpress().get('/', (req, res) => { res.json(createCache().get('a')); });\n`;
    const libraries = [{ package: '@acme/cache', title: 'Acme cache', exports: { createCache: { call: { roles: ['expensive-client'], resource: { cost: 'opens a connection', singleton: 'yes', connects: 'construct' } } } } }];
    const taught = new Project(10, { 'a.ts': cache, ...extending('recommended', { settings: { archprinciples: { libraries } } }) });
    expect(brief(lintWithOxlint(taught, '.').files['a.ts'])).toEqual([`4:45 warn ${finding}`]);

    const wrong = lintWithOxlint(new Project(10, { ...files, ...extending('recommended', { settings: { archprinciples: { librarys: [] } } }) }), 'src');
    for (const name of Object.keys(files)) expect(wrong.files[name]?.map(({ line, column, message }) => [line, column, /librarys.*libraries/u.test(message)]), name).toEqual([[1, 1, true]]);
  });

  it('says what is wrong with options', () => {
    const run = oxlint(new Project(10, { ...files, ...extending('recommended', { rules: { [finding]: ['error', { alow: [] }] } }) }), 'src');
    expect(run.status).toBe(1);
    expect(run.stdout + run.stderr).toMatch(/alow|additional properties/u);
  });

  it('obeys disable comments of both tools', () => {
    const disabled = (tool: string) => typescript.replace('  const redis', `  // ${tool}-disable-next-line ${finding}\n  const redis`);
    const project = new Project(10, { 'a.ts': disabled('eslint'), 'b.ts': disabled('oxlint'), 'c.ts': typescript, ...extending('recommended') });
    expect(Object.keys(lintWithOxlint(project, '.').files)).toEqual(['c.ts']);
  });
});

describe('edits', () => {
  it('--fix writes what ESLint would write, and nothing the second time', () => {
    const project = new Project(10, { ...files, ...extending('recommended') });
    expect(lintWithOxlint(project, '--fix', 'src')).toMatchObject({ status: 0, files: {} });
    const config = 'import plugin from "eslint-plugin-archprinciples";\nimport * as parser from "@typescript-eslint/parser";\nexport default [{ files: ["**/*.ts"], languageOptions: { parser } }, plugin.configs["flat/recommended"]];\n';
    const other = new Project(10, { ...files, 'eslint.config.mjs': config });
    other.eslint('--fix', 'src');
    const texts = Object.keys(files).map((name) => project.read(name));
    expect(texts).toEqual(Object.keys(files).map((name) => other.read(name)));
    for (const text of texts) expect(text).toContain('??= new Redis()');
    oxlint(project, '--fix', 'src');
    expect(Object.keys(files).map((name) => project.read(name))).toEqual(texts);
  });

  it('--fix leaves suggestions alone, --fix-suggestions applies them', () => {
    const project = new Project(10, { 'a.ts': eager, ...extending('recommended') });
    expect(brief(lintWithOxlint(project, '--fix', '.').files['a.ts'])).toEqual(['3:15 warn archprinciples/no-eager-connection']);
    expect(project.read('a.ts')).toBe(eager);
    expect(lintWithOxlint(project, '--fix-suggestions', '.').files).toEqual({});
    expect(project.read('a.ts')).toMatch(/\?\?= new Redis\(\)/u);
  });

  it('--fix applies them too where the setting says so', () => {
    const project = new Project(10, { 'a.ts': eager, ...extending('recommended', { settings: { archprinciples: { applySuggestions: true } } }) });
    expect(lintWithOxlint(project, '--fix', '.').files).toEqual({});
    expect(project.read('a.ts')).toMatch(/\?\?= new Redis\(\)/u);
  });
});

describe('what oxlint lacks', () => {
  it('YAML is not linted, whatever rules are on', () => {
    const project = new Project(10, { 'k8s/peer.yaml': manifest, 'src/a.ts': typescript, ...extending('recommended', { rules: { 'archprinciples/istio-strict-mtls': 'error' } }) });
    expect(Object.keys(lintWithOxlint(project, '.').files)).toEqual(['src/a.ts']);
  });

  it('files that are imported cannot be read', () => {
    const project = new Project(10, {
      'package.json': '{ "dependencies": { "express": "^5.0.0" } }',
      'src/hash.ts': "import { hashSync } from 'bcryptjs';\n\nexport const hash = (text: string) => hashSync(text, 12);\n",
      'src/app.ts': "import express from 'express';\nimport { hash } from './hash.js';\n\nexpress().post('/users', (req, res) => {\n  res.send(hash(req.body.password));\n});\n",
      'eslint.config.mjs': eslintConfigOf([]),
      ...extending('critical'),
    });
    expect(brief(project.lint('src/app.ts').files['src/app.ts'])).toContain('5:12 error archprinciples/no-blocking-handler');
    expect(lintWithOxlint(project, 'src')).toMatchObject({ status: 0, count: 2, files: {} });
  });
});

describe('the examples of the documentation', () => {
  const list = examples();
  const code = list.filter(({ file }) => !file.endsWith('.yaml'));
  const written = filesOf(list);
  const inOxlint = lazy(() => findings(lintWithOxlint(new Project(10, { ...written, ...oxlintConfigsOf(list, codeRules()) }), '.').files));
  const inESLint = (more: object) => findings(new Project(10, { ...filesOf(code), 'eslint.config.mjs': eslintConfigOf(code, more) }).lint('.').files);

  it('without reading across files ESLint reports exactly the same', () => {
    const found = inESLint({ crossFile: false });
    expect(inOxlint()).toEqual(found);
    expect(found.length).toBeGreaterThanOrEqual(90);
  });

  it('what oxlint misses is in the guide, rule by rule', () => {
    const all = inESLint({});
    expect(inOxlint().filter((each) => !all.includes(each))).toEqual([]);
    const missed = all.filter((each) => !inOxlint().includes(each)).map((each) => /archprinciples\/([\w-]+)/u.exec(each)![1]!);
    const { prose } = readPage(readFileSync('docs/guides/oxlint.md', 'utf8'));
    const listed = [...sectionProse(prose, 'What oxlint finds').matchAll(/^\| \[([\w-]+)\]\([^)]*\) \| (\d+) \|/gmu)].map(([, rule, count]) => `${rule} ${count}`);
    expect(listed).toEqual([...new Set(missed)].sort().map((rule) => `${rule} ${missed.filter((other) => other === rule).length}`));
    const [, examined, same, total] = /(\d+) examples[^]*?reports (\d+) of the (\d+) findings/u.exec(prose)!;
    expect([examined, same, total].map(Number)).toEqual([code.length, inOxlint().length, all.length]);
  });

  it('fixes and suggestions write the same', () => {
    const settings = { crossFile: false, applySuggestions: true };
    const byOxlint = new Project(10, { ...written, ...oxlintConfigsOf(list, codeRules(), settings) });
    const byESLint = new Project(10, { ...filesOf(code), 'eslint.config.mjs': eslintConfigOf(code, settings) });
    const names = code.map(({ folder, file }) => `${folder}/${file}`);
    byESLint.eslint('--fix', '.');
    // ESLint goes on until nothing changes, up to ten rounds; oxlint does one round each time it is run.
    for (let round = 0, before = ''; round < 10; round += 1) {
      oxlint(byOxlint, '--fix', '.');
      const now = names.map((name) => byOxlint.read(name)).join('\n');
      if (now === before) break;
      before = now;
    }
    for (const name of names) expect(byOxlint.read(name), name).toBe(byESLint.read(name));
    expect(names.filter((name) => byOxlint.read(name) !== written[name]).length).toBeGreaterThanOrEqual(35);
  });
});

function findings(found: Readonly<Record<string, readonly Message[]>>): string[] {
  return Object.entries(found).flatMap(([name, messages]) => messages.map(({ line, column, ruleId, message }) => `${name}:${line}:${column} ${ruleId} ${message}`)).sort();
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
