import { sep } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Resolver } from '../../src/node/resolve.js';
import { projectOf, type Project } from '../helpers/project.js';

let project: Project;
afterEach(() => project.remove());

/** Where `specifier` leads from `from` in a project of these files, as a path below its root. */
function resolved(files: Readonly<Record<string, object | string>>, from: string, specifier: string, prepare?: (project: Project) => void): string | undefined {
  project = projectOf(files);
  prepare?.(project);
  const path = new Resolver().resolve(specifier, project.path(from));
  return path?.slice(project.root.length + 1).split(sep).join('/');
}

describe('relative imports', () => {
  const files = {
    'src/redis.ts': '', 'src/db/index.ts': '', 'src/view.tsx': '', 'src/esm.mts': '', 'src/old.cts': '', 'src/both.ts': '', 'src/both.js': '', 'src/plain.js': '',
    'src/data.json': {}, 'src/index.js': '',
  };
  it.each([
    ['./redis', 'src/redis.ts'],
    ['./redis.js', 'src/redis.ts'],
    ['./redis.ts', 'src/redis.ts'],
    ['./db', 'src/db/index.ts'],
    ['./db/', 'src/db/index.ts'],
    ['./db/index.js', 'src/db/index.ts'],
    ['./view.jsx', 'src/view.tsx'],
    ['./esm.mjs', 'src/esm.mts'],
    ['./old.cjs', 'src/old.cts'],
    ['./both', 'src/both.ts'],
    ['./both.js', 'src/both.ts'],
    ['./plain.js', 'src/plain.js'],
    ['./data.json', 'src/data.json'],
    ['.', 'src/index.js'],
    ['../src/redis', 'src/redis.ts'],
    ['./missing', undefined],
    ['./redis?raw', undefined],
    ['', undefined],
    ['node:fs', undefined],
    ['https://example.com/a.js', undefined],
  ])('%s', (specifier, expected) => {
    expect(resolved(files, 'src/a.ts', specifier)).toBe(expected);
  });

  it.each<[string, object | string]>([
    ['is broken', '{ broken'],
    ['extends a package that is not installed', { extends: '@tsconfig/node20/tsconfig.json' }],
    ['extends itself', { extends: './tsconfig.json' }],
    ['has odd values', { compilerOptions: { paths: { '@/*': 'src/*', '~/*': [5], x: null }, baseUrl: 5 }, references: [5, {}] }],
  ])('do not care for a tsconfig that %s', (_, tsconfig) => {
    expect(resolved({ 'tsconfig.json': tsconfig, 'src/redis.ts': '' }, 'src/a.ts', './redis.js')).toBe('src/redis.ts');
    project.remove();
    expect(resolved({ 'tsconfig.json': tsconfig, 'src/redis.ts': '' }, 'src/a.ts', '@/redis')).toBeUndefined();
  });
});

describe('paths', () => {
  const paths = { '@/*': ['./src/*'], '~redis': ['./src/lib/redis'], '@lib/*/x': ['./src/lib/*'] };
  const lib = { 'src/lib/redis.ts': '', 'src/lib/index.ts': '' };
  it.each<[string, Record<string, object | string>, string, string, string | undefined]>([
    ['of the nearest tsconfig', { 'tsconfig.json': { compilerOptions: { paths } } }, 'src/a.ts', '@/lib/redis', 'src/lib/redis.ts'],
    ['with the ending .js', { 'tsconfig.json': { compilerOptions: { paths } } }, 'src/a.ts', '@/lib/redis.js', 'src/lib/redis.ts'],
    ['to a folder', { 'tsconfig.json': { compilerOptions: { paths } } }, 'src/a.ts', '@/lib', 'src/lib/index.ts'],
    ['without a star', { 'tsconfig.json': { compilerOptions: { paths } } }, 'src/a.ts', '~redis', 'src/lib/redis.ts'],
    ['to nowhere', { 'tsconfig.json': { compilerOptions: { paths } } }, 'src/a.ts', '@/nowhere', undefined],
    ['with comments and trailing commas', { 'tsconfig.json': '{ // comment\n "compilerOptions": { "paths": { "@/*": ["./src/*"], }, }, /* end */ }' }, 'src/a.ts', '@/lib/redis', 'src/lib/redis.ts'],
    ['with baseUrl', { 'tsconfig.json': { compilerOptions: { baseUrl: './src', paths: { '#/*': ['./*'] } } } }, 'src/a.ts', '#/lib/redis', 'src/lib/redis.ts'],
    ['by baseUrl alone', { 'tsconfig.json': { compilerOptions: { baseUrl: './' } } }, 'src/a.ts', 'src/lib/redis', 'src/lib/redis.ts'],
    ['of an extended file', { 'tsconfig.json': { extends: './config/base.json' }, 'config/base.json': { compilerOptions: { paths: { '@/*': ['../src/*'] } } } }, 'src/a.ts', '@/lib/redis', 'src/lib/redis.ts'],
    ['of a referenced project', { 'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] }, 'tsconfig.app.json': { compilerOptions: { composite: true, paths }, include: ['src'] } }, 'src/a.ts', '@/lib/redis', 'src/lib/redis.ts'],
    ['in a file that no include covers', { 'tsconfig.json': { compilerOptions: { paths }, include: ['src'] } }, 'test/a.ts', '@/lib/redis', 'src/lib/redis.ts'],
    ['beside an extends that is not installed', { 'tsconfig.json': { extends: '@tsconfig/node20/tsconfig.json', compilerOptions: { paths } } }, 'src/a.ts', '@/lib/redis', 'src/lib/redis.ts'],
    ['beside a missing extends, with a star inside', { 'tsconfig.json': { extends: '../gone.json', compilerOptions: { paths } } }, 'src/a.ts', '@lib/redis/x', 'src/lib/redis.ts'],
    ['behind an extends that is not installed', { 'tsconfig.json': { extends: ['@acme/base', './config/base.json'] }, 'config/base.json': { compilerOptions: { paths: { '@/*': ['../src/*'] } } } }, 'src/a.ts', '@/lib/redis', 'src/lib/redis.ts'],
    ['of a jsconfig', { 'jsconfig.json': { compilerOptions: { baseUrl: '.', paths: { '@/*': ['src/*'] } } } }, 'src/a.js', '@/lib/redis', 'src/lib/redis.ts'],
    ['of a broken tsconfig', { 'tsconfig.json': '{ "compilerOptions": { "paths": ' }, 'src/a.ts', '@/lib/redis', undefined],
  ])('%s', (_, configs, from, specifier, expected) => {
    expect(resolved({ ...lib, ...configs }, from, specifier)).toBe(expected);
  });
});

describe('package imports', () => {
  it.each<[string, object, string, string | undefined]>([
    ['to a source', { '#redis': './src/redis.js' }, '#redis', 'src/redis.ts'],
    ['by condition', { '#redis': { types: './dist/redis.d.ts', default: './src/redis.ts' } }, '#redis', 'src/redis.ts'],
    ['by pattern', { '#lib/*': './src/*.js' }, '#lib/redis', 'src/redis.ts'],
    ['to what is not built', { '#lib/*': './dist/*.js' }, '#lib/redis', 'src/redis.ts'],
    ['to what is not built, by condition', { '#redis': { types: './dist/redis.d.ts', default: './dist/redis.js' } }, '#redis', 'src/redis.ts'],
    ['to a package', { '#redis': 'ioredis' }, '#redis', undefined],
    ['unknown', {}, '#redis', undefined],
  ])('%s', (_, imports, specifier, expected) => {
    expect(resolved({ 'package.json': { name: 'app', imports }, 'src/redis.ts': '', 'src/a.ts': '' }, 'src/a.ts', specifier)).toBe(expected);
  });

  it('survive a broken package.json', () => {
    expect(resolved({ 'package.json': '{', 'src/redis.ts': '' }, 'src/a.ts', '#redis')).toBeUndefined();
    project.remove();
    expect(resolved({ 'package.json': '{', 'src/redis.ts': '' }, 'src/a.ts', './redis')).toBe('src/redis.ts');
  });
});

describe('workspace packages', () => {
  const db = (manifest: object, files: Readonly<Record<string, string>> = { 'packages/db/src/index.ts': '', 'packages/db/src/redis.ts': '' }) => ({
    'package.json': { name: 'root', workspaces: ['packages/*'] }, 'packages/db/package.json': { name: '@acme/db', ...manifest }, 'apps/api/src/a.ts': '', ...files,
  });
  it.each<[string, Record<string, object | string>, string, string | undefined]>([
    ['with exports to the source', db({ exports: './src/index.ts' }), '@acme/db', 'packages/db/src/index.ts'],
    ['with exports to what is not built', db({ exports: { '.': { types: './dist/index.d.ts', import: './dist/index.js' }, './*': './dist/*.js' } }), '@acme/db', 'packages/db/src/index.ts'],
    ['with a subpath to what is not built', db({ exports: { '.': './dist/index.js', './*': './dist/*.js' } }), '@acme/db/redis', 'packages/db/src/redis.ts'],
    ['with main to what is not built', db({ main: 'dist/index.js', types: 'dist/index.d.ts' }), '@acme/db', 'packages/db/src/index.ts'],
    ['with a folder below dist', db({ main: './dist/cjs/index.js' }), '@acme/db', 'packages/db/src/index.ts'],
    ['without an entry', db({}), '@acme/db', 'packages/db/src/index.ts'],
    ['with a deep import', db({}), '@acme/db/src/redis', 'packages/db/src/redis.ts'],
    ['with a subpath that only the source has', db({}), '@acme/db/redis', 'packages/db/src/redis.ts'],
    ['of an object of workspaces', { ...db({}), 'package.json': { workspaces: { packages: ['packages/**'] } } }, '@acme/db', 'packages/db/src/index.ts'],
    ['of pnpm', { ...db({}), 'package.json': {}, 'pnpm-workspace.yaml': 'packages:\n  # ours\n  - "apps/*"\n  - \'packages/*\' # libraries\n  - \'!packages/old\'\ncatalog:\n  - x\n' }, '@acme/db', 'packages/db/src/index.ts'],
    ['that is none', db({}), '@acme/cache', undefined],
    ['outside a monorepo', { 'package.json': { name: 'app' }, 'src/a.ts': '' }, 'express', undefined],
  ])('%s', (_, files, specifier, expected) => {
    expect(resolved(files, 'apps/api/src/a.ts', specifier)).toBe(expected);
  });

  it('are found through their links, with sources before what is built', () => {
    const files = db({ main: 'dist/index.js' }, { 'packages/db/dist/index.js': '', 'packages/db/src/index.ts': '' });
    const link = (made: Project) => made.link('node_modules/@acme/db', 'packages/db');
    expect(resolved(files, 'apps/api/src/a.ts', '@acme/db', link)).toBe('packages/db/src/index.ts');
    project.remove();
    const built = db({ main: 'dist/index.js' }, { 'packages/db/dist/index.js': '' });
    expect(resolved(built, 'apps/api/src/a.ts', '@acme/db', link)).toBe('packages/db/dist/index.js');
  });
});

describe('what is not of the project', () => {
  it('is not resolved', () => {
    const files = { 'node_modules/ioredis/package.json': { name: 'ioredis', main: 'index.js' }, 'node_modules/ioredis/index.js': '', 'src/a.ts': '' };
    expect(resolved(files, 'src/a.ts', 'ioredis')).toBeUndefined();
    expect(new Resolver().resolve('../node_modules/ioredis', project.path('src/a.ts'))).toBeUndefined();
  });
});
