import * as tsParser from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { liesWhere } from '../../src/analysis/convention-files.js';
import { rolesInPlay } from '../../src/analysis/facts.js';
import { rolesInReach } from '../../src/analysis/mentions.js';
import { nodesOf } from '../../src/analysis/nodes.js';
import { dependencyRoles } from '../../src/analysis/package-roles.js';
import type { SourceCode } from '../../src/analysis/service.js';
import type { Convention } from '../../src/catalog/schema.js';
import type { Host } from '../../src/host.js';
import { nodeHost } from '../../src/node/host.js';
import { projectOf } from '../helpers/project.js';
import { sourceOf } from '../helpers/source.js';

describe('rolesInPlay', () => {
  const has = (code: string) => rolesInPlay(sourceOf(code)).has('expensive-client');

  it.each([
    ['a named import that leads there', `import { DataSource } from 'typeorm';`, true],
    ['a named import that does not', `import { Column, Entity } from 'typeorm';`, false],
    ['a namespace', `import * as typeorm from 'typeorm';`, true],
    ['a default import', `import Redis from 'ioredis';`, true],
    ['an import for its side effects', `import 'ioredis';`, true],
    ['a require', `const { Column } = require('typeorm');`, true],
    ['another package', `import { DataSource } from './typeorm';`, false],
  ])('%s', (_, code, expected) => {
    expect(has(code)).toBe(expected);
  });

  it('has the roles of the package as a whole whatever is imported', () => {
    expect(rolesInPlay(sourceOf(`import { Column } from 'typeorm';`)).has('orm')).toBe(true);
  });
});

describe('rolesInReach', () => {
  function reach(files: Readonly<Record<string, string>>, code: string): ReadonlySet<string> {
    const project = projectOf(files);
    const context = { filename: project.path('src/app.ts'), cwd: project.root, host: nodeHost(), parser: tsParser, depth: 0, languageOptions: {} };
    const found = rolesInReach(sourceOf(code, { context }));
    project.remove();
    return found;
  }

  it.each<[string, Record<string, string>, string, boolean]>([
    ['an imported file that mentions a package', { 'src/db.ts': `import Redis from 'ioredis'; export const redis = new Redis();` }, `import { redis } from './db';`, true],
    ['a barrel before it', { 'src/db.ts': `import Redis from 'ioredis';`, 'src/index.ts': `export { redis } from './db';` }, `import { redis } from './index';`, true],
    ['a file that uses another one', { 'src/db.ts': `import Redis from 'ioredis';`, 'src/users.ts': `import { redis } from './db'; export function users() {}` }, `import { users } from './users';`, false],
    ['the same as a whole module', { 'src/db.ts': `import Redis from 'ioredis';`, 'src/users.ts': `import { redis } from './db'; export function users() {}` }, `import * as users from './users';`, true],
  ])('%s', (_, files, code, expected) => {
    expect(reach(files, code).has('expensive-client')).toBe(expected);
  });
});

describe('dependencyRoles', () => {
  const host = (dependencies: Record<string, string>): Host => ({ resolve: () => undefined, read: () => undefined, manifest: () => ({ directory: '/', dependencies }) });

  it('has the roles of all listed packages', () => {
    expect(dependencyRoles(sourceOf('', { filename: 'a.ts', context: { host: host({ ioredis: '5', left: '1' }) } })).has('expensive-client')).toBe(true);
    expect(dependencyRoles(sourceOf('', { filename: 'a.ts', context: { host: host({ left: '1' }) } })).size).toBe(0);
    expect(dependencyRoles(sourceOf('')).size).toBe(0);
  });
});

describe('liesWhere', () => {
  const of = (...files: string[]): Convention => ({ files, exports: ['default'], registers: { kind: 'http', handler: 'typed' } });

  it.each([
    ['**/app/**/route.{ts,js}', 'app/route.ts', true],
    ['**/app/**/route.{ts,js}', '/repo/src/app/api/users/route.js', true],
    ['**/app/**/route.{ts,js}', '/repo/src/app/api/users/page.js', false],
    ['**/routes/**/+{page,layout}.server.{ts,js}', '/repo/src/routes/a/+page.server.ts', true],
    ['**/middleware.ts', 'middleware.ts', true],
    ['**', '/any/file.ts', true],
  ])('%s %s', (glob, path, expected) => {
    expect(liesWhere(of(glob), path)).toBe(expected);
  });

  it('one glob is enough', () => {
    expect(liesWhere(of('**/a.ts', '**/b.ts'), '/x/b.ts')).toBe(true);
  });
});

describe('nodesOf', () => {
  it('is the same by a walk of its own as by the way that ESLint keeps', () => {
    const source = sourceOf(`export class A<T> { @d() f(@e() a = <T>() => {}) { for await (const b of c) { try { await b?.(); } catch {} } } }`);
    const plain = Object.create(source, { traverse: { value: undefined } }) as SourceCode;
    const types = ['Identifier', 'CallExpression', 'Decorator', 'TryStatement', 'AwaitExpression', 'TSTypeParameter'] as const;
    expect(nodesOf(source, ...types)).toEqual(nodesOf(plain, ...types));
    expect(nodesOf(source, 'Identifier').length).toBeGreaterThan(5);
  });
});
