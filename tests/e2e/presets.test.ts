import { describe, expect, it } from 'vitest';
import { expectReportsAndFixes } from './expectations.js';
import { brief, Project, type Major } from './project.js';
import { files } from './sources.js';

const imports = 'import plugin from "eslint-plugin-archprinciples";\nimport * as parser from "@typescript-eslint/parser";';
const parsed = '{ files: ["**/*.ts"], languageOptions: { parser } }';
const defined = (extend: string, namespace = 'archprinciples') => `import { defineConfig } from "eslint/config";
${imports}
export default defineConfig([${parsed}, { plugins: { ${namespace}: plugin }, extends: [${JSON.stringify(extend)}] }]);
`;
const eslintrc = (preset: string) => JSON.stringify({
  root: true,
  parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
  extends: `plugin:archprinciples/${preset}`,
  overrides: [{ files: '*.ts', parser: '@typescript-eslint/parser' }, { files: '*.cjs', parserOptions: { sourceType: 'script' }, env: { node: true } }],
});
const extensions = ['--ext', '.ts,.js,.cjs'];

describe.each<Major>([8, 9])('eslintrc on ESLint %i', (major) => {
  it('extends "plugin:archprinciples/recommended"', () => {
    expectReportsAndFixes(new Project(major, { ...files, '.eslintrc.json': eslintrc('recommended') }), { args: extensions });
  });

  it('extends "plugin:archprinciples/strict", which fails the run', () => {
    const { status, files: found } = new Project(major, { ...files, '.eslintrc.json': eslintrc('strict') }).lint(...extensions, 'src');
    expect(brief(found['src/a.ts'])).toEqual(['4:17 error archprinciples/no-per-call-client']);
    expect(status).toBe(1);
  });
});

describe.each<Major>([9, 10])('defineConfig on ESLint %i', (major) => {
  it('extends "archprinciples/recommended"', () => {
    expectReportsAndFixes(new Project(major, { ...files, 'eslint.config.mjs': defined('archprinciples/recommended') }));
  });

  it.each(['strict', 'all', 'p012'])('extends "archprinciples/%s", which fails the run', (preset) => {
    const { status, files: found } = new Project(major, { ...files, 'eslint.config.mjs': defined(`archprinciples/${preset}`) }).lint('src');
    expect(brief(found['src/a.ts'])).toEqual(['4:17 error archprinciples/no-per-call-client']);
    expect(status).toBe(1);
  });

  it('names the rules after the namespace the user chose', () => {
    expectReportsAndFixes(new Project(major, { ...files, 'eslint.config.mjs': defined('arch/recommended', 'arch') }), { namespace: 'arch' });
  });

  it('reads eslint.config.ts', () => {
    const { files: found } = new Project(major, { ...files, 'eslint.config.ts': defined('archprinciples/recommended') }).lint('src');
    expect(brief(found['src/a.ts'])).toEqual(['4:17 warn archprinciples/no-per-call-client']);
  });

  it('runs in several threads', () => {
    const { files: found } = new Project(major, { ...files, 'eslint.config.mjs': defined('archprinciples/recommended') }).lint('--concurrency', '2', 'src');
    expect(Object.values(found).flatMap(brief)).toEqual(Object.keys(files).map(() => '4:17 warn archprinciples/no-per-call-client'));
  });
});

describe.each<Major>([8, 9, 10])('flat config on ESLint %i', (major) => {
  const flat = `${imports}\nexport default [${parsed}, plugin.configs["flat/recommended"]];\n`;

  it('takes configs["flat/recommended"]', () => {
    expectReportsAndFixes(new Project(major, { ...files, 'eslint.config.mjs': flat }));
  });

  it('gets one plugin object whether a config imports or requires it', () => {
    const config = flat.replace('];', ', { plugins: { archprinciples: required } }];')
      .replace('export', 'import { createRequire } from "node:module";\nconst required = createRequire(import.meta.url)("eslint-plugin-archprinciples");\nexport');
    const { files: found } = new Project(major, { ...files, 'eslint.config.mjs': config }).lint('src');
    expect(brief(found['src/a.ts'])).toEqual(['4:17 warn archprinciples/no-per-call-client']);
  });

  it('is cached by --cache until a file changes', () => {
    const project = new Project(major, { ...files, 'eslint.config.mjs': flat });
    const first = project.lint('--cache', 'src');
    expect(project.has('.eslintcache')).toBe(true);
    expect(project.read('.eslintcache')).toContain('no-per-call-client');
    expect(project.lint('--cache', 'src')).toEqual(first);
    project.write('src/a.ts', 'export {};\n');
    expect(project.lint('--cache', 'src').files).toEqual({ ...first.files, 'src/a.ts': [] });
  });
});
