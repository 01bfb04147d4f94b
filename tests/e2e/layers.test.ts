import { describe, expect, it } from 'vitest';
import { brief, Project, type Major } from './project.js';

type Pair = readonly [from: string, to: string];

/** What each preset allows and what it reports, as folders below `src`. */
const rulings: Readonly<Record<string, { readonly allowed: readonly Pair[]; readonly banned: readonly Pair[] }>> = {
  layered: {
    allowed: [
      ['routes', 'controllers'], ['routes', 'services'], ['controllers', 'services'], ['controllers', 'models'], ['services', 'repositories'], ['services', 'db'],
      ['repositories', 'db'], ['repositories', 'models'], ['models', 'db'], ['models', 'utils'], ['utils', 'models'], ['jobs', 'repositories'], ['controllers', 'lib'],
    ],
    banned: [
      ['routes', 'repositories'], ['controllers', 'repositories'], ['controllers', 'db'], ['services', 'controllers'], ['services', 'routes'], ['repositories', 'services'],
      ['db', 'services'], ['models', 'services'], ['models', 'repositories'], ['utils', 'services'], ['utils', 'db'],
    ],
  },
  hexagonal: {
    allowed: [['adapters', 'application'], ['adapters', 'domain'], ['infrastructure', 'domain'], ['application', 'domain'], ['use-cases', 'ports'], ['main', 'adapters']],
    banned: [['domain', 'application'], ['domain', 'infrastructure'], ['application', 'adapters'], ['use-cases', 'infra']],
  },
  clean: {
    allowed: [['use-cases', 'entities'], ['controllers', 'use-cases'], ['gateways', 'entities'], ['frameworks', 'controllers'], ['infra', 'entities']],
    banned: [['entities', 'use-cases'], ['use-cases', 'controllers'], ['use-cases', 'frameworks'], ['gateways', 'infra'], ['domain', 'repositories']],
  },
};

/** One import of `src/<folder>/target.ts` in every form, a line each. */
const everyForm = (folder: string) => [
  `import { a } from '../${folder}/target';`,
  `import type { B } from '../${folder}/target';`,
  `import { c } from '../${folder}/target.js';`,
  `import { d } from '@app/${folder}/target';`,
  `export { e } from '../${folder}/target';`,
  `export * from '@app/${folder}/target';`,
  `const f = require('../${folder}/target');`,
  `const g = import('@app/${folder}/target');`,
  `import h = require('../${folder}/target');`,
];

const fileOf = ([from, to]: Pair) => `src/${from}/to-${to}.ts`;
const projectFiles = (pairs: readonly Pair[]) => ({
  'tsconfig.json': JSON.stringify({ compilerOptions: { baseUrl: '.', paths: { '@app/*': ['src/*'] } } }),
  ...Object.fromEntries(pairs.flatMap((pair) => [[`src/${pair[1]}/target.ts`, 'export const a = 1;'], [fileOf(pair), everyForm(pair[1]).join('\n')]])),
});

const flat = (preset: string) => `import plugin from "eslint-plugin-archprinciples";
import * as parser from "@typescript-eslint/parser";
export default [{ files: ["**/*.ts"], languageOptions: { parser } }, plugin.configs["flat/${preset}"]];
`;
const extended = (preset: string) => `import { defineConfig } from "eslint/config";
import plugin from "eslint-plugin-archprinciples";
import * as parser from "@typescript-eslint/parser";
export default defineConfig([{ files: ["**/*.ts"], languageOptions: { parser } }, { plugins: { archprinciples: plugin }, extends: ["archprinciples/${preset}"] }]);
`;
const eslintrc = (preset: string) => JSON.stringify({ root: true, extends: `plugin:archprinciples/${preset}`, parser: '@typescript-eslint/parser', parserOptions: { sourceType: 'module' } });

function expectRulings(project: Project, { allowed, banned }: (typeof rulings)[string], ...args: string[]): void {
  const { files } = project.lint(...args, 'src');
  for (const pair of allowed) expect(files[fileOf(pair)], fileOf(pair)).toEqual([]);
  for (const pair of banned) {
    const lines = everyForm(pair[1]).map((_, index) => `${index + 1} error boundaries/dependencies`);
    expect(brief(files[fileOf(pair)]).map((one) => one.replace(/:\d+/u, '')), fileOf(pair)).toEqual(lines);
    expect(files[fileOf(pair)]?.[0]?.message).toMatch(/\(P013\)|architecture\)/u);
  }
}

describe.each(Object.entries(rulings))('the preset %s', (preset, ruling) => {
  const files = projectFiles([...ruling.allowed, ...ruling.banned]);

  it.each<Major>([8, 9, 10])('in flat config on ESLint %i', (major) => {
    expectRulings(new Project(major, { ...files, 'eslint.config.mjs': flat(preset) }), ruling);
  });

  it('in eslintrc on ESLint 8', () => {
    expectRulings(new Project(8, { ...files, '.eslintrc.json': eslintrc(preset) }), ruling, '--ext', '.ts');
  });

  it('in defineConfig on ESLint 10', () => {
    expectRulings(new Project(10, { ...files, 'eslint.config.mjs': extended(preset) }), ruling);
  });
});

describe('layers', () => {
  const lint = (files: Readonly<Record<string, string>>) => {
    const found = new Project(10, { ...files, 'eslint.config.mjs': flat('layered') }).lint('src').files;
    return Object.entries(found).flatMap(([file, messages]) => messages.map(({ line, ruleId }) => `${file}:${line} ${ruleId}`));
  };

  it('are told by the end of a file\'s name too', () => {
    expect(lint({
      'src/users/users.controller.ts': 'import { users } from "./users.repository";\nimport { list } from "./users.service";',
      'src/users/users.service.ts': 'import { users } from "./users.repository";\nexport const list = users;',
      'src/users/users.repository.ts': 'export const users = [];',
    })).toEqual(['src/users/users.controller.ts:1 boundaries/dependencies']);
  });

  it('are told by the innermost folder', () => {
    expect(lint({
      'src/services/models/user.ts': 'import { list } from "../list";',
      'src/services/list.ts': 'import { controller } from "./controllers/one"; export const list = [];',
      'src/services/controllers/one.ts': 'export const controller = 1;',
    })).toEqual(['src/services/list.ts:1 boundaries/dependencies', 'src/services/models/user.ts:1 boundaries/dependencies']);
  });

  it('are seen through package imports and names of workspace packages', () => {
    expect(lint({
      'package.json': '{ "name": "shop", "type": "module", "workspaces": ["packages/*"], "imports": { "#repositories/*": "./src/repositories/*.ts" } }',
      'packages/data/package.json': '{ "name": "@shop/data", "main": "repositories/users.ts" }',
      'packages/data/repositories/users.ts': 'export const users = [];',
      'src/repositories/users.ts': 'export const users = [];',
      'src/controllers/users.ts': 'import { users } from "#repositories/users";\nexport { users as others } from "@shop/data";',
    })).toEqual(['src/controllers/users.ts:1 boundaries/dependencies', 'src/controllers/users.ts:2 boundaries/dependencies']);
  });

  it('do not concern packages, what cannot be found, and tests', () => {
    expect(lint({
      'src/controllers/users.ts': 'import db from "db"; import fs from "node:fs"; import { missing } from "@other/repositories/missing"; import { log } from "../lib/log";',
      'src/controllers/users.test.ts': 'import { users } from "../repositories/users";',
      'src/repositories/users.ts': 'export const users = [];',
      'src/lib/log.ts': 'export const log = 1;',
    })).toEqual([]);
  });
});

describe('without eslint-plugin-boundaries', () => {
  const says = (text: string) => text.replaceAll(/\s+/gu, ' ');

  it('a layer preset says what to install', () => {
    const { status, stderr } = new Project('bare', { 'src/a.js': '', 'eslint.config.mjs': flat('hexagonal').replace(/import \* as parser.*\n/u, '').replace(/\{ files.*\}, /u, '') }).eslint('src');
    expect(status).toBe(2);
    expect(says(stderr)).toContain('The preset "hexagonal" of eslint-plugin-archprinciples needs eslint-plugin-boundaries, which is not installed. Run: npm install --save-dev eslint-plugin-boundaries@7');
  });

  it('every other preset works', () => {
    const config = 'import plugin from "eslint-plugin-archprinciples";\nconst presets = Object.values(plugin.configs);\nexport default [presets.find(({ name }) => name === "archprinciples/recommended")];\n';
    expect(new Project('bare', { 'src/a.js': '', 'eslint.config.mjs': config }).lint('src').status).toBe(0);
  });
});
