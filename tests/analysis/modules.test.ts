import * as tsParser from '@typescript-eslint/parser';
import * as espree from 'espree';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { contextOf, type FileContext } from '../../src/analysis/context.js';
import { parsed } from '../../src/analysis/load.js';
import { exportOf, importedExport, importedModule } from '../../src/analysis/modules.js';
import type { SourceCode } from '../../src/analysis/service.js';
import { nodeHost } from '../../src/node/host.js';
import { defaultSettings } from '../../src/settings.js';
import { projectOf, type Project } from '../helpers/project.js';
import { sourceOf, type SourceOptions } from '../helpers/source.js';

const mentions = /ioredis/u;
let project: Project | undefined;
afterEach(() => {
  vi.useRealTimers();
  project?.remove();
  project = undefined;
});

/** A file that stands in the project and may read the others. */
function linted(root: Project, filename: string, code = '', context: Partial<FileContext> = {}, options: SourceOptions = {}): SourceCode {
  const language = options.language ?? (/\.[cm]?js$/u.test(filename) ? 'js' : 'ts');
  return sourceOf(code, {
    ...options,
    language,
    context: {
      filename: root.path(filename), cwd: root.root, host: nodeHost(), parser: language === 'js' ? espree : tsParser, depth: 0,
      languageOptions: { ecmaVersion: 2024, sourceType: options.sourceType ?? 'module' }, ...context,
    },
  });
}

interface Files { readonly [path: string]: object | string }

/** What `name` imported from `specifier` is: the text of its node, after `=` the package it comes from. */
function imported(files: Files, specifier: string, name: string, from = 'src/a.ts', context: Partial<FileContext> = {}): string | undefined {
  project = projectOf(files);
  const found = importedExport(linted(project, from, '', context), specifier, name, mentions);
  if (!found) return undefined;
  const text = found.node.type === 'Program' ? 'Program' : found.source.getText(found.node);
  return found.from ? `${text} = ${found.from.name} of ${found.from.specifier}` : text;
}

const redis = `import Redis from 'ioredis';\nexport const redis = new Redis();\n`;

describe('the ways a project names a file', () => {
  const client = (path: string): Files => ({ [path]: redis });
  it.each<[string, Files, string]>([
    ['relative', client('src/db.ts'), './db'],
    ['a folder up', client('db.ts'), '../db'],
    ['.js for .ts', client('src/redis.ts'), './redis.js'],
    ['an index folder', client('src/db/index.ts'), './db'],
    ['tsconfig paths', { ...client('src/lib/redis.ts'), 'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } } }, '@/lib/redis'],
    ['package imports', { ...client('src/redis.ts'), 'package.json': { imports: { '#redis': './src/redis.js' } } }, '#redis'],
    ['a workspace package', { ...client('packages/db/src/index.ts'), 'packages/db/package.json': { name: '@acme/db', main: 'dist/index.js' }, 'package.json': { workspaces: ['packages/*'] } }, '@acme/db'],
    ['with a broken tsconfig', { ...client('src/db.ts'), 'tsconfig.json': '{ "extends": ' }, './db'],
  ])('%s', (_, files, specifier) => {
    expect(imported(files, specifier, 'redis')).toBe('new Redis()');
  });

  it.each<[string, Files, string]>([
    ['a missing file', {}, './db'],
    ['JSON', { 'src/db.json': { redis: 'ioredis' } }, './db.json'],
    ['a declaration file', { 'src/db.d.ts': redis }, './db'],
    ['a package', { 'node_modules/db/package.json': { main: 'index.js' }, 'node_modules/db/index.js': redis }, 'db'],
    ['a file that does not parse', { 'src/db.ts': `${redis} export const = ;` }, './db'],
    ['a file that mentions nothing of interest', { 'src/db.ts': 'export const redis = new Map();' }, './db'],
    ['a very long file', { 'src/db.ts': redis + '// x\n'.repeat(70_000) }, './db'],
  ])('nothing for %s', (_, files, specifier) => {
    expect(imported(files, specifier, 'redis')).toBeUndefined();
  });
});

describe('the ways a file exports', () => {
  const file = (code: string): SourceCode => sourceOf(`import Redis from 'ioredis';\n${code}`, { filename: 'db.ts' });
  const exported = (source: SourceCode, name: string): string | undefined => {
    const found = exportOf(source, name);
    return found && (found.node.type === 'Program' ? 'Program' : source.getText(found.node)) + (found.from ? ` = ${found.from.name} of ${found.from.specifier}` : '');
  };
  it.each<[string, string, string | undefined]>([
    ['export const redis = new Redis();', 'redis', 'new Redis()'],
    ['export const redis = new Redis() as Cache;', 'redis', 'new Redis()'],
    ['const redis = new Redis(); export { redis };', 'redis', 'new Redis()'],
    ['const a = new Redis(); export { a as redis, a };', 'redis', 'new Redis()'],
    ['const a = new Redis(); const b = a; export { b as redis };', 'redis', 'new Redis()'],
    ['export default new Redis();', 'default', 'new Redis()'],
    ['const redis = new Redis(); export default redis;', 'default', 'new Redis()'],
    ['const redis = new Redis(); export { redis as default };', 'default', 'new Redis()'],
    ['export function getRedis() { return 1; }', 'getRedis', 'function getRedis() { return 1; }'],
    ['export const getRedis = () => 1;', 'getRedis', '() => 1'],
    ['export default function () {}', 'default', 'function () {}'],
    ['export default function getRedis() {}', 'default', 'function getRedis() {}'],
    ['export class Cache {}', 'Cache', 'class Cache {}'],
    ['@Injectable() export class Cache {}', 'Cache', 'class Cache {}'],
    ['export default class Cache {}', 'default', 'class Cache {}'],
    ['export enum Kind { A }', 'Kind', 'enum Kind { A }'],
    ['export let redis: Redis; export function connect() { redis = new Redis(); }', 'redis', 'redis: Redis'],
    ['export const { redis, pool: db } = make();', 'db', 'db'],
    ['export function f(a: string): void; export function f(a: unknown) {}', 'f', 'function f(a: unknown) {}'],
    ['export interface Redis2 {} export const Redis2 = 1;', 'Redis2', '1'],
    ['export const redis = 1;', 'other', undefined],
    ['export const redis = 1;', 'default', undefined],
    ['export const redis = 1;', '*', 'Program'],
    ['export { Redis } from "ioredis";', 'Redis', 'Redis = Redis of ioredis'],
    ['export { Redis as default } from "ioredis";', 'default', 'Redis as default = Redis of ioredis'],
    ['export { Redis };', 'Redis', 'Redis = default of ioredis'],
    ['export * as ns from "ioredis";', 'ns', 'export * as ns from "ioredis"; = * of ioredis'],
    ['export * from "ioredis";', 'Cluster', 'export * from "ioredis"; = Cluster of ioredis'],
    ['export * from "ioredis"; export * from "pg";', 'Pool', undefined],
    ['import * as all from "ioredis"; export const C = all.Cluster;', 'C', 'all.Cluster = Cluster of ioredis'],
    ['export default { redis: new Redis() };', 'default', '{ redis: new Redis() }'],
    ['export = new Redis();', '*', 'new Redis()'],
    ['const redis = new Redis(); export = redis;', 'default', 'new Redis()'],
  ])('%s: %s', (code, name, expected) => {
    expect(exported(file(code), name)).toBe(expected);
  });

  const script = (code: string): SourceCode => sourceOf(code, { filename: 'db.js', language: 'js', sourceType: 'commonjs' });
  it.each<[string, string, string | undefined]>([
    ['module.exports = new Redis();', '*', 'new Redis()'],
    ['module.exports = new Redis();', 'default', 'new Redis()'],
    ['const redis = new Redis(); module.exports = redis;', '*', 'new Redis()'],
    ['const a = 1; module.exports = { a, b: new Redis(), c() {} };', 'b', 'new Redis()'],
    ['const a = 1; module.exports = { a, b: new Redis(), c() {} };', 'a', '1'],
    ['const a = 1; module.exports = { a, b: new Redis(), c() {} };', 'c', '() {}'],
    ['module.exports = { a: 1 };', 'z', undefined],
    ['exports.redis = new Redis();', 'redis', 'new Redis()'],
    ['module.exports.redis = new Redis();', 'redis', 'new Redis()'],
    ['exports = module.exports = make; exports.redis = new Redis();', 'redis', 'new Redis()'],
    ['exports.a = exports.b = new Redis();', 'a', 'new Redis()'],
    ['exports.redis = new Redis();', '*', 'Program'],
    ['const db = {}; db.redis = new Redis(); module.exports = db;', 'redis', 'new Redis()'],
    ['const base = { redis: new Redis() }; module.exports = Object.freeze(base);', 'redis', 'new Redis()'],
    ['const Redis = require("ioredis"); module.exports = Redis;', '*', 'require("ioredis") = * of ioredis'],
    ['module.exports.Cluster = require("ioredis").Cluster;', 'Cluster', 'require("ioredis").Cluster = Cluster of ioredis'],
    ['const { Cluster: C } = require("ioredis"); module.exports = { C };', 'C', 'require("ioredis") = Cluster of ioredis'],
    ['module.exports = { ...require("ioredis") };', 'Cluster', '...require("ioredis") = Cluster of ioredis'],
    ['function f(module) { module.exports = 1; }', '*', 'Program'],
    ['const module = {}; module.exports = 1;', 'default', undefined],
  ])('%s: %s', (code, name, expected) => {
    expect(exported(script(code), name)).toBe(expected);
  });

  it('gives the variable in which modules keep the name', () => {
    const source = file('export class Cache { make() { return new Cache(); } }\nexport const redis = new Redis();');
    const top = source.scopeManager!.globalScope!.childScopes[0]!;
    expect(exportOf(source, 'Cache')?.variable).toBe(top.set.get('Cache'));
    expect(exportOf(source, 'redis')?.variable).toBe(top.set.get('redis'));
  });
});

describe('barrels', () => {
  it.each<[string, Files, string, string | undefined]>([
    ['export { } from', { 'src/db/index.ts': `export { redis } from './client';`, 'src/db/client.ts': redis }, 'redis', 'new Redis()'],
    ['export { as } from', { 'src/db/index.ts': `export { redis as cache } from './client.js';`, 'src/db/client.ts': redis }, 'cache', 'new Redis()'],
    ['export { default as } from', { 'src/db/index.ts': `export { default as cache } from './client';`, 'src/db/client.ts': `import Redis from 'ioredis'; export default new Redis(1);` }, 'cache', 'new Redis(1)'],
    ['export *', { 'src/db/index.ts': `export * from './other';\nexport * from './client';`, 'src/db/client.ts': redis, 'src/db/other.ts': `import 'ioredis'; export const x = 'redis';` }, 'redis', 'new Redis()'],
    ['import then export', { 'src/db/index.ts': `import { redis } from './client'; export { redis };`, 'src/db/client.ts': redis }, 'redis', 'new Redis()'],
    ['import then export default', { 'src/db/index.ts': `import { redis } from './client';\nexport default redis;`, 'src/db/client.ts': redis }, 'default', 'new Redis()'],
    ['by tsconfig paths', { 'src/db/index.ts': `export { redis } from '@/client';`, 'src/client.ts': redis, 'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } } }, 'redis', 'new Redis()'],
    ['module.exports.a = require', { 'src/db/index.js': `module.exports.redis = require('./client');`, 'src/db/client.js': `const Redis = require('ioredis'); module.exports = new Redis();` }, 'redis', 'new Redis()'],
    ['module.exports = { a: require }', { 'src/db/index.js': `module.exports = { redis: require('./client').redis };`, 'src/db/client.js': `const Redis = require('ioredis'); exports.redis = new Redis();` }, 'redis', 'new Redis()'],
    ['module.exports = { a } of required names', { 'src/db/index.js': `const redis = require('./client');\nmodule.exports = { redis };`, 'src/db/client.js': `const Redis = require('ioredis'); module.exports = new Redis();` }, 'redis', 'new Redis()'],
    ['module.exports = require', { 'src/db/index.js': `module.exports = require('./client');`, 'src/db/client.js': `const Redis = require('ioredis'); exports.redis = new Redis();` }, 'redis', 'new Redis()'],
    ['module.exports = { ...require }', { 'src/db/index.js': `module.exports = { ...require('./client') };`, 'src/db/client.js': `const Redis = require('ioredis'); exports.redis = new Redis();` }, 'redis', 'new Redis()'],
    ['as a whole', { 'src/db/index.ts': `export * from './client';`, 'src/db/client.ts': redis }, '*', 'Program'],
    ['a file too far away', { 'src/db/index.ts': `import 'ioredis';\nexport { redis } from './a';`, 'src/db/a.ts': `import 'ioredis';\nexport { redis } from './b';`, 'src/db/b.ts': redis }, 'redis', 'redis = redis of ./b'],
    ['a barrel of nothing', { 'src/db/index.ts': `export { redis } from './client';`, 'src/db/client.ts': 'export const redis = 1;' }, 'redis', undefined],
    ['a cycle', { 'src/db/index.ts': `import 'ioredis';\nexport { redis } from './index';` }, 'redis', 'redis = redis of ./index'],
    ['a cycle of two', { 'src/db/index.ts': `import 'ioredis';\nexport * from './b';`, 'src/db/b.ts': `import 'ioredis';\nexport * from './index'; // redis` }, 'redis', undefined],
  ])('%s', (_, files, name, expected) => {
    expect(imported(files, './db', name)).toBe(expected);
  });

  it('are not parsed when nothing behind them is of interest, nor are files that make the value themselves', () => {
    project = projectOf({
      'src/db/index.ts': `export { redis } from './client';`, 'src/db/client.ts': 'export const redis = 1;',
      'src/users.ts': `import { redis } from './cache';\nexport const getUser = () => redis.get('x');`, 'src/cache.ts': redis,
    });
    const source = linted(project, 'src/a.ts');
    const before = parsed.files;
    expect(importedExport(source, './db', 'redis', mentions)).toBeUndefined();
    expect(importedExport(source, './users', 'getUser', mentions)).toBeUndefined();
    expect(parsed.files).toBe(before);
  });
});

describe('what is read', () => {
  it('is parsed once for all files that import it, and again when it has changed', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    project = projectOf({ 'src/db.ts': redis });
    const host = nodeHost();
    const load = (file: string) => importedModule(linted(project!, file, '', { host }), './db', mentions);
    const before = parsed.files;
    const first = load('src/a.ts');
    expect(first).toBeDefined();
    expect(load('src/b.ts')).toBe(first);
    expect(parsed.files).toBe(before + 1);
    project.write('src/db.ts', `${redis}export const more = 1;`);
    vi.advanceTimersByTime(2000);
    const second = load('src/a.ts')!;
    expect(exportOf(second, 'more')).toBeDefined();
    expect(parsed.files).toBe(before + 2);
  });

  it('is not parsed again when it cannot be', () => {
    project = projectOf({ 'src/db.ts': `${redis}export const = ;` });
    const source = linted(project, 'src/a.ts');
    const before = parsed.files;
    expect(importedModule(source, './db', mentions)).toBeUndefined();
    expect(importedModule(source, './db', mentions)).toBeUndefined();
    expect(parsed.files).toBe(before + 1);
  });

  it('is marked as no linted file, with the same settings, host and parser', () => {
    project = projectOf({ 'src/db.ts': redis, 'src/index.ts': `export * from './db';` });
    const source = linted(project, 'src/a.ts');
    const { settings, host, parser, cwd, catalog } = contextOf(source);
    expect(contextOf(importedModule(source, './db', mentions)!)).toMatchObject({ filename: project.path('src/db.ts'), depth: 1, settings, cwd });
    expect(contextOf(importedModule(source, './db', mentions)!).host).toBe(host);
    expect(contextOf(importedModule(source, './db', mentions)!).parser).toBe(parser);
    expect(contextOf(importedModule(source, './db', mentions)!).catalog).toBe(catalog);
    expect(contextOf(importedExport(source, './index', 'redis', mentions)!.source).depth).toBe(1);
  });

  it('has parents, scopes, tokens and comments like a linted file', () => {
    for (const [file, language] of [['src/db.ts', 'ts'], ['src/db.js', 'js']] as const) {
      project = projectOf({ [file]: `#!/usr/bin/env node\n// first\n${redis}export const get = (key) => redis.get(key);` });
      const module = importedModule(linted(project, `src/a.${language}`), './db', mentions)!;
      const get = exportOf(module, 'get')!.node;
      expect(get.parent?.parent?.parent?.type).toBe('ExportNamedDeclaration');
      expect(module.getScope!(get).variables.map(({ name }) => name)).toEqual(['key']);
      expect(module.getAllComments().map(({ type }) => type)).toEqual(['Shebang', 'Line']);
      expect(module.getFirstToken(get)?.value).toBe('(');
      expect(module.constructor).toBe(linted(project, 'src/b.ts').constructor);
      project.remove();
    }
  });

  it('keeps a byte order mark out of the text', () => {
    project = projectOf({ 'src/db.ts': `\uFEFF${redis}` });
    const module = importedModule(linted(project, 'src/a.ts'), './db', mentions)!;
    expect(module.hasBOM).toBe(true);
    expect(module.text).toBe(redis);
  });

  it.each([['src/db.js', 'commonjs'], ['src/db.js', 'module'], ['src/db.cjs', 'module'], ['src/db.js', 'script']] as const)('%s as CommonJS from a file of kind %s', (file, sourceType) => {
    project = projectOf({ [file]: `const Redis = require('ioredis');\nif (x) return;\nmodule.exports = { redis: new Redis() };` });
    const source = linted(project, 'src/a.js', '', {}, { sourceType });
    const found = importedExport(source, `./${file.slice(4)}`, 'redis', mentions);
    expect(found && found.source.getText(found.node)).toBe('new Redis()');
  });

  it.each([['src/db.mjs', 'commonjs'], ['src/db.js', 'commonjs'], ['src/db.js', 'script']] as const)('%s as a module from a file of kind %s', (file, sourceType) => {
    project = projectOf({ [file]: redis });
    const source = linted(project, 'src/a.js', '', {}, { sourceType });
    const found = importedExport(source, `./${file.slice(4)}`, 'redis', mentions);
    expect(found && found.source.getText(found.node)).toBe('new Redis()');
  });
});

describe('options of the parser', () => {
  it('lose what builds a program and keep the rest', () => {
    project = projectOf({ 'src/db.ts': redis });
    const seen: Record<string, unknown>[] = [];
    const parser = { parseForESLint: (text: string, options: Record<string, unknown>) => { seen.push(options); return tsParser.parseForESLint(text, options); } };
    const parserOptions = { project: true, projectService: true, programs: [], tsconfigRootDir: '/', ecmaFeatures: { jsx: true }, custom: 1 };
    const source = linted(project, 'src/a.ts', '', { parser, languageOptions: { ecmaVersion: 2024, sourceType: 'module', parserOptions } });
    expect(importedModule(source, './db', mentions)).toBeDefined();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ ecmaFeatures: { jsx: true }, custom: 1, ecmaVersion: 2024, sourceType: 'module', filePath: project.path('src/db.ts'), range: true, loc: true, tokens: true, comment: true });
    for (const name of ['project', 'projectService', 'programs', 'tsconfigRootDir']) expect(seen[0]).not.toHaveProperty(name);
    expect(parserOptions.project).toBe(true);
  });

  it.each<[string, unknown]>([
    ['throws', { parseForESLint: () => { throw new Error('boom'); } }],
    ['gives nothing', { parse: () => undefined }],
    ['gives something else', { parse: () => ({ type: 'Program', body: [] }) }],
    ['is no parser', {}],
    ['is a name', '@typescript-eslint/parser'],
    ['is absent', undefined],
  ])('a parser that %s', (_, parser) => {
    project = projectOf({ 'src/db.ts': redis });
    expect(importedModule(linted(project, 'src/a.ts', '', { parser }), './db', mentions)).toBeUndefined();
  });
});

describe('nothing is read', () => {
  it.each<[string, Partial<FileContext>]>([
    ['with crossFile: false', { settings: { ...defaultSettings, crossFile: false } }],
    ['without a host', { host: undefined }],
    ['from a file that is itself imported', { depth: 1 }],
  ])('%s', (_, context) => {
    project = projectOf({ 'src/db.ts': redis });
    const source = linted(project, 'src/a.ts', '', context);
    expect(importedExport(source, './db', 'redis', mentions)).toBeUndefined();
    expect(importedModule(source, './db', mentions)).toBeUndefined();
  });

  it('unless the caller asks for more depth', () => {
    project = projectOf({ 'src/db.ts': redis });
    expect(importedExport(linted(project, 'src/a.ts', '', { depth: 1 }), './db', 'redis', mentions, 2)).toBeDefined();
  });
});

describe('names that cannot be of interest', () => {
  it.each([
    ['export interface Cache { redis: Redis }', 'Cache'],
    ['export enum Cache { A }', 'Cache'],
    ['export const Cache = "x";', 'Cache'],
    ['export const Cache: number = 5;', 'Cache'],
  ])('%s is not parsed', (code, name) => {
    project = projectOf({ 'src/db.ts': `import Redis from 'ioredis';\n${code}` });
    const before = parsed.files;
    expect(importedExport(linted(project, 'src/a.ts'), './db', name, mentions)).toBeUndefined();
    expect(parsed.files).toBe(before);
  });

  it('are not those that only begin like one', () => {
    expect(imported({ 'src/db.ts': `${redis}export const cache = fallback ?? redis;` }, './db', 'cache')).toBe('fallback ?? redis');
    project?.remove();
    expect(imported({ 'src/db.ts': `${redis}export interface Caches {} export const cache: Redis = new Redis('x');` }, './db', 'cache')).toBe(`new Redis('x')`);
  });
});
