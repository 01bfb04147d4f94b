import { describe, expect, it } from 'vitest';
import { importedRoles, knownOf, usesOf } from '../../src/analysis/facts.js';
import { nodeOf, sourceOf, type SourceOptions } from '../helpers/source.js';

/** What the file calls, constructs and decorates with of the libraries that have one of the roles. */
function uses(code: string, options: SourceOptions = {}): string[] {
  const source = sourceOf(code, options);
  return usesOf(source, 'expensive-client', 'read', 'write', 'route').map((use) => `${use.kind} ${use.known.path}`);
}

const made = ['new ioredis.Redis'];

describe('where a library enters', () => {
  it.each([
    ['named import', `import { Redis } from 'ioredis'; new Redis();`, 'new ioredis.Redis'],
    ['renamed import', `import { Redis as Cache } from 'ioredis'; new Cache();`, 'new ioredis.Redis'],
    ['default import', `import Redis from 'ioredis'; new Redis();`, 'new ioredis'],
    ['namespace import', `import * as io from 'ioredis'; new io.Redis();`, 'new ioredis.Redis'],
    ['member of the default import', `import Redis from 'ioredis'; new Redis.Cluster();`, 'new ioredis.Cluster'],
    ['import equals', `import Redis = require('ioredis'); new Redis();`, 'new ioredis'],
    ['dynamic import', `async function f() { const { Redis } = await import('ioredis'); new Redis(); }`, 'new ioredis.Redis'],
    ['dynamic import with then', `import('ioredis').then(({ Redis }) => new Redis());`, 'new ioredis.Redis'],
  ])('%s', (_, code, expected) => {
    expect(uses(code)).toEqual([expected]);
  });

  it.each([
    ['require', `const Redis = require('ioredis'); new Redis();`, 'new ioredis'],
    ['destructured require', `const { Redis: R } = require('ioredis'); new R();`, 'new ioredis.Redis'],
    ['member of require', `const Redis = require('ioredis').Redis; new Redis();`, 'new ioredis.Redis'],
    ['default member of require', `const Redis = require('ioredis').default; new Redis();`, 'new ioredis.default'],
    ['inline require', `new (require('ioredis'))();`, 'new ioredis'],
  ])('%s', (_, code, expected) => {
    expect(uses(code, { language: 'js', sourceType: 'commonjs' })).toEqual([expected]);
  });

  it.each([
    ['another package', `import { Redis } from 'fake-redis'; new Redis();`],
    ['the same name declared here', `class Redis {} new Redis();`],
    ['a shadowed name', `import { Redis } from 'ioredis'; function f(Redis) { new Redis(); }`],
    ['a require of the file itself', `function require() {} const Redis = require('ioredis'); new Redis();`],
    ['a computed source', `const name = 'ioredis'; const Redis = require(name + ''); new Redis();`],
    ['only a type', `import type { Redis } from 'ioredis'; type A = Redis[];`],
  ])('is silent on %s', (_, code) => {
    expect(uses(code)).toEqual([]);
  });
});

describe('what a value is followed through', () => {
  const start = `import { Redis } from 'ioredis'; const redis = new Redis();`;
  it.each([
    ['a variable', `redis.get('a');`],
    ['an alias', `const r = redis; r.get('a');`],
    ['a cast and non-null', `(redis as any)!.get('a');`],
    ['optional chaining', `redis?.get('a');`],
    ['a destructured method', `const { get } = redis; get('a');`],
    ['a conditional', `const r = flag ? redis : other; r.get('a');`],
    ['a logical expression', `const r = redis ?? other; r.get('a');`],
    ['an assignment', `let r; r = redis; r.get('a');`],
    ['an object literal', `const all = { x: 1, redis }; all.redis.get('a');`],
    ['the second member of an object literal', `const all = { first: new Redis(), redis }; all.redis.get('a');`],
    ['a function that returns it', `function getRedis() { return redis; } getRedis().get('a');`],
    ['an arrow that returns it', `const getRedis = () => redis; getRedis().get('a');`],
    ['an async function that returns it', `async function getRedis() { return redis; } async function f() { (await getRedis()).get('a'); }`],
    ['an argument of a function of the file', `function load(r) { r.get('a'); } load(redis);`],
    ['a default value of a parameter', `function load(r = redis) { r.get('a'); }`],
    ['a field', `class A { r = redis; f() { this.r.get('a'); } }`],
    ['a field set in the constructor', `class A { constructor() { this.r = redis; } f() { return () => this.r.get('a'); } }`],
    ['a getter', `class A { get r() { return redis; } f() { this.r.get('a'); } }`],
    ['a method that returns it', `class A { r() { return redis; } f() { this.r().get('a'); } }`],
  ])('%s', (_, code) => {
    expect(uses(`${start} ${code}`)).toContain('call ioredis.Redis().get');
  });

  it('keeps a memoized value', () => {
    expect(uses(`import { Redis } from 'ioredis'; let r; function get() { return (r ??= new Redis()); } get().set('a', 1);`)).toEqual([...made, 'call ioredis.Redis().set']);
  });

  it('lets the first value of a variable stay and counts every use once', () => {
    expect(uses(`import { Redis } from 'ioredis'; const r = a ? new Redis() : new Redis(); r.get('a');`)).toEqual([...made, ...made, 'call ioredis.Redis().get']);
  });

  it('does not confuse fields of two classes', () => {
    expect(uses(`${start} class A { r = redis; } class B { r = {}; f() { this.r.get('a'); } }`)).toEqual(made);
  });

  it('follows a class that extends a known one', () => {
    expect(uses(`import { Redis } from 'ioredis'; class Cache extends Redis { f() { return this.get('a'); } } new Cache();`)).toEqual(['call ioredis.Redis.get', 'new ioredis.Redis']);
  });
});

describe('type annotations', () => {
  it.each([
    ['a parameter', `function f(redis: Redis) { redis.get('a'); }`],
    ['a parameter property', `class A { constructor(private readonly redis: Redis) {} f() { this.redis.get('a'); } }`],
    ['a field', `class A { redis: Redis; f() { this.redis.get('a'); } }`],
    ['a variable', `let redis: Redis; redis.get('a');`],
    ['a union with null', `let redis: Redis | null = null; redis!.get('a');`],
    ['a promise', `async function f(redis: Promise<Redis>) { (await redis).get('a'); }`],
    ['a return type', `declare const x: any; function redis(): Redis { return x; } redis().get('a');`],
    ['an instance type', `function f(redis: InstanceType<typeof Redis>) { redis.get('a'); }`],
  ])('%s', (_, code) => {
    expect(uses(`import { Redis } from 'ioredis'; ${code}`)).toHaveLength(1);
  });

  it('a type-only import does as well', () => {
    expect(uses(`import type { Redis } from 'ioredis'; function f(redis: Redis) { redis.get('a'); }`)).toEqual(['call ioredis.Redis.get']);
  });

  it.each([
    ['an array of it', `function f(all: Redis[]) { all.get('a'); }`],
    ['a union with something else', `function f(r: Redis | Map<string, string>) { r.get('a'); }`],
    ['a type argument of something else', `function f(r: Box<Redis>) { r.get('a'); }`],
  ])('is silent on %s', (_, code) => {
    expect(uses(`import { Redis } from 'ioredis'; ${code}`)).toEqual([]);
  });
});

describe('other questions', () => {
  it('tells the roles of the imported packages', () => {
    expect(importedRoles(sourceOf(`import 'ioredis';`)).has('expensive-client')).toBe(true);
    expect(importedRoles(sourceOf(`import './ioredis';`)).size).toBe(0);
  });

  it('tells what an expression is', () => {
    const source = sourceOf(`import { Redis } from 'ioredis'; const redis = new Redis(); export default redis;`);
    expect(knownOf(source, nodeOf(source, 'NewExpression'))?.path).toBe('ioredis.Redis()');
    expect(knownOf(source, nodeOf(source, 'ExportDefaultDeclaration').declaration)?.path).toBe('ioredis.Redis()');
  });

  it('survives recursion and odd code', () => {
    expect(uses(`import { Redis } from 'ioredis'; function a() { return b(); } function b() { return a() ?? new Redis(); } let x = x; const o = { o }; class C extends C {}`)).toEqual(made);
  });
});
