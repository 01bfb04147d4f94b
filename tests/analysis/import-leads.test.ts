import * as tsParser from '@typescript-eslint/parser';
import { afterEach, describe, expect, it } from 'vitest';
import { usesOf } from '../../src/analysis/facts.js';
import { calledPaths } from '../../src/analysis/import-uses.js';
import { importsOf } from '../../src/analysis/imports.js';
import { parsed } from '../../src/analysis/load.js';
import type { SourceCode } from '../../src/analysis/service.js';
import { nodeHost } from '../../src/node/host.js';
import { projectOf, type Project } from '../helpers/project.js';
import { sourceOf } from '../helpers/source.js';

let project: Project | undefined;
afterEach(() => {
  project?.remove();
  project = undefined;
});

function linted(code: string, files: Readonly<Record<string, string>> = {}, sourceType: 'commonjs' | 'module' = 'module'): SourceCode {
  project = projectOf(files);
  return sourceOf(code, {
    language: 'ts',
    sourceType,
    context: { filename: project.path('src/a.ts'), cwd: project.root, host: nodeHost(), parser: tsParser, depth: 0, languageOptions: { ecmaVersion: 2024, sourceType } },
  });
}

/** The uses that the file makes of databases, and how many files were parsed to know. */
function uses(code: string, files: Readonly<Record<string, string>>, sourceType?: 'commonjs' | 'module'): { paths: string[]; parsed: number } {
  const before = parsed.files;
  const paths = usesOf(linted(code, files, sourceType), 'orm').map(({ known }) => known.path);
  return { paths, parsed: parsed.files - before };
}

const prisma = `import { PrismaClient } from '@prisma/client';\n`;

describe('what is called on an import', () => {
  it.each<[string, readonly string[]]>([
    [`import { db } from './db'; db.user.create({});`, ['.user.create']],
    [`import { db } from './db'; db();`, ['']],
    [`import { getDb } from './db'; const db = await getDb(); db.query();`, ['', '().query']],
    [`import { Db } from './db'; class A { constructor(private db: Db) {} run() { return this.db.query(); } }`, ['.query']],
    [`import { db } from './db'; const { query } = db; query();`, ['.query']],
    [`import { db } from './db'; db.$transaction((tx) => tx.user.create({}));`, ['.$transaction', '.$transaction().user.create']],
    [`import { db } from './db'; export { db };`, []],
    [`import type { User } from './db'; let user: User;`, []],
  ])('%s', (code, expected) => {
    const source = linted(code);
    expect([...calledPaths(source, importsOf(source)[0]!)].sort()).toEqual([...expected].sort());
  });
});

describe('files are parsed for what may be a value of a library', () => {
  it.each<[string, string, string, string]>([
    ['a constant', `import { db } from './db'; db.user.create({});`, `${prisma}export const db = new PrismaClient();`, '@prisma/client.PrismaClient().user.create'],
    ['a class that extends one', `import { Db } from './db'; const f = (db: Db) => db.user.create({});`, `${prisma}export class Db extends PrismaClient {}`, '@prisma/client.PrismaClient.user.create'],
    ['the result of a function', `import { getDb } from './db'; getDb().user.create({});`, `${prisma}const db = new PrismaClient(); export function getDb() { return db; }`, '@prisma/client.PrismaClient().user.create'],
    ['a member of an object', `import { all } from './db'; all.db.user.create({});`, `${prisma}export const all = { db: new PrismaClient() };`, '@prisma/client.PrismaClient().user.create'],
  ])('%s', (_, code, db, expected) => {
    expect(uses(code, { 'src/db.ts': db })).toEqual({ paths: [expected], parsed: 1 });
  });

  it('through a module that passes it on, of which the others are not parsed', () => {
    const files = { 'src/index.ts': `export { db } from './db'; export { other } from './other';`, 'src/db.ts': `${prisma}export const db = new PrismaClient();`, 'src/other.ts': `${prisma}export const other = 1;` };
    expect(uses(`import { db } from './index'; db.user.create({});`, files)).toEqual({ paths: ['@prisma/client.PrismaClient().user.create'], parsed: 2 });
  });

  it('of a CommonJS module', () => {
    const files = { 'src/db.ts': `const { PrismaClient } = require('@prisma/client');\nmodule.exports = new PrismaClient();` };
    expect(uses(`const db = require('./db'); db.user.create({});`, files, 'commonjs').parsed).toBe(1);
  });
});

describe('files are not parsed for', () => {
  it.each<[string, string, string]>([
    ['a class that extends nothing', `import { Users } from './db'; new Users().create();`, `${prisma}export class Users { create() {} }`],
    ['a class that extends one of the project', `import { Users } from './db'; new Users().create();`, `${prisma}import { Base } from './base';\nexport class Users extends Base { }`],
    ['a type', `import { User } from './db'; const f = (user: User) => user.create();`, `${prisma}export type User = { create(): void };`],
    ['a function whose result is not used as one', `import { load } from './db'; load().then((rows) => rows.map(String));`, `${prisma}export async function load() { return new PrismaClient().user.findMany(); }`],
    ['a function with a default in its parameters', `import { load } from './db'; load();`, `${prisma}export const load = async (at = now()) => new PrismaClient().user.findMany();`],
    ['names that the library does not have', `import { users } from './db'; users.ofTeam();`, `${prisma}export const users = make(new PrismaClient());`],
    ['methods that the file declares', `import { users } from './db'; users.create({});`, `${prisma}export const users = { create: async () => new PrismaClient().user.create({}) };`],
    ['what is not called', `import { db } from './db'; register(db);`, `${prisma}export const db = new PrismaClient();`],
  ])('%s', (_, code, db) => {
    expect(uses(code, { 'src/db.ts': db, 'src/base.ts': 'export class Base {}' })).toEqual({ paths: [], parsed: 0 });
  });

  it('functions of a CommonJS module', () => {
    const files = { 'src/db.ts': `const { PrismaClient } = require('@prisma/client');\nfunction load() { return new PrismaClient().user.findMany(); }\nmodule.exports = { load };` };
    expect(uses(`const { load } = require('./db'); load();`, files, 'commonjs')).toEqual({ paths: [], parsed: 0 });
  });
});
