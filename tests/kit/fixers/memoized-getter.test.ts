import dedent from 'dedent';
import { describe, expect, it } from 'vitest';
import type { ClientFacts } from '../../../src/kit/fixers/construction.js';
import { memoizedGetter } from '../../../src/kit/fixers/memoized-getter.js';
import { type SourceOptions, sourceOf } from '../../helpers/source.js';
import { applied, fix, fixer, nodesOf } from './apply.js';
import { typeErrors } from './type-errors.js';

const made = /^(?:new (?:Redis|Redis\.Cluster|PrismaClient|Pool|MongoClient|ns\.Client|ns\.Pool)\b|createClient\(|createPool\(|MongoClient\.connect\(|connect\(|new \(require)/u;

/** Applies the fix to the first construction of the text. */
function memoized(code: string, client: ClientFacts = {}, options: SourceOptions = {}): string | null {
  return fix(code, (source) => {
    const node = [...nodesOf(source, 'NewExpression'), ...nodesOf(source, 'CallExpression')].filter((call) => made.test(source.getText(call))).sort((a, b) => b.range[1] - b.range[0] - (a.range[1] - a.range[0])).at(-1)!;
    return memoizedGetter(fixer, source, node, client);
  }, options);
}
const ts: SourceOptions = { filename: 'src/a.ts' };
const js: SourceOptions = { language: 'js', filename: 'src/a.js' };

describe('memoizedGetter', () => {
  it('moves the construction above the function', () => {
    expect(memoized(dedent`
      import Redis from 'ioredis';

      /** Reads a user. */
      export async function getUser(id: string) {
        const redis = new Redis(process.env.REDIS_URL!);
        return redis.get(id);
      }
    `, {}, ts)).toBe(dedent`
      import Redis from 'ioredis';

      let redis: Redis | undefined;
      function getRedis(): Redis {
        return (redis ??= new Redis(process.env.REDIS_URL!));
      }

      /** Reads a user. */
      export async function getUser(id: string) {
        const redis = getRedis();
        return redis.get(id);
      }
    `);
  });

  it('writes no types in JavaScript, and older syntax where the newer is not allowed', () => {
    const code = "const Redis = require('ioredis')\n\nmodule.exports = async function () {\n    return new Redis('x').get('a')\n}\n";
    expect(memoized(code, {}, js)).toBe(
      "const Redis = require('ioredis')\n\nlet redis\nfunction getRedis() {\n    return (redis ??= new Redis('x'))\n}\n\nmodule.exports = async function () {\n    return getRedis().get('a')\n}\n",
    );
    expect(memoized(code, {}, { ...js, context: { languageOptions: { ecmaVersion: 2020 } } })).toContain("function getRedis() {\n    if (!redis) redis = new Redis('x')\n    return redis\n}\n");
  });

  it('keeps CRLF and tabs', () => {
    const code = "import Redis from 'ioredis';\r\nfunction f() {\r\n\treturn new Redis();\r\n}\r\n";
    expect(memoized(code, {}, js)).toBe("import Redis from 'ioredis';\r\nlet redis;\r\nfunction getRedis() {\r\n\treturn (redis ??= new Redis());\r\n}\r\n\r\nfunction f() {\r\n\treturn getRedis();\r\n}\r\n");
  });

  it.each([
    ['a decorated class', "@Injectable()\nexport class A {\n  f() { return new Redis(); }\n}"],
    ['a class decorated after export', "export @Injectable() class A {\n  f() { return new Redis(); }\n}"],
    ['a comment', "// eslint-disable-next-line no-x\nexport default function () { return new Redis(); }"],
    ['overloads', "export function f(a: string): void;\nexport function f(a: number): void;\nexport function f(a: any): void { new Redis(); }"],
    ['a property of an object', "export const routes = {\n  f() { return new Redis(); },\n};"],
    ['a hoisted function that is called above', "main();\n\nasync function main() { new Redis(); }"],
    ['a hoisted function that one called above calls', "main();\nfunction main() { inner(); }\n\nfunction inner() { new Redis(); }"],
  ])('stands above %s', (_, code) => {
    const getter = 'let redis: Redis | undefined;\nfunction getRedis(): Redis {\n  return (redis ??= new Redis());\n}\n\n';
    expect(memoized(`import Redis from 'ioredis';\n\n${code}\n`, {}, ts)).toBe(`import Redis from 'ioredis';\n\n${getter}${code.replace('new Redis()', 'getRedis()')}\n`);
  });

  it('stands below comments about the file and code that only registers the function', () => {
    expect(memoized("/* eslint-disable no-x */\nfunction f() { new Redis(); }", {}, js)).toMatch(/^\/\* eslint-disable no-x \*\/\nlet redis;/u);
    expect(memoized("#!/usr/bin/env node\n'use strict';\n\n// f\nfunction f() { new Redis(); }", {}, js)).toMatch(/^#!\/usr\/bin\/env node\n'use strict';\n\nlet redis;/u);
    expect(memoized("const app = a();\napp.get('/', f);\n\nfunction f() { new Redis(); }\nexport { f };", {}, js)).toMatch(/app\.get\('\/', f\);\n\nlet redis;/u);
  });

  it.each([
    ["import { Redis } from 'ioredis'", 'new Redis()', 'Redis'],
    ["import Redis from 'ioredis'", 'new Redis.Cluster([])', 'InstanceType<typeof Redis.Cluster>'],
    ["import * as ns from 'pg'", 'new ns.Client()', 'ns.Client'],
    ["import pg from 'pg';\nconst { Pool } = pg", 'new Pool()', 'InstanceType<typeof Pool>'],
    ["import { PrismaClient } from '@prisma/client'", "new PrismaClient<{ log: ['query'] }>()", "PrismaClient<{ log: ['query'] }>"],
  ])('%s; %s is a %s', (head, construction, type) => {
    expect(memoized(`${head};\nfunction f() { return ${construction}; }`, {}, ts)).toContain(`: ${type} | undefined;\n`);
  });

  // The type of what `createClient` makes depends on its arguments: no text but the call itself gives it.
  it('gives what a function makes a function of its own, whose type is exact', () => {
    const output = memoized("import { createPool } from 'mysql2';\nfunction f() { return createPool('x'); }", {}, ts)!;
    expect(output).toContain("const openPool = () => createPool('x');\nlet pool: ReturnType<typeof openPool> | undefined;\nfunction getPool(): ReturnType<typeof openPool> {\n  return (pool ??= openPool());\n}\n");
    expect(memoized(output.replace('return getPool()', "return createPool('x')"), {}, ts)).toBe(output);
  });

  it.each([
    ['new Redis.Cluster([])', {}, 'cluster', 'getCluster'],
    ['new PrismaClient()', {}, 'prismaClient', 'getPrismaClient'],
    ['createClient()', { path: 'redis.createClient' }, 'redis', 'getRedis'],
    ['createClient()', { path: '@scope/some-kv.createClient' }, 'someKv', 'getSomeKv'],
    ['createClient()', {}, 'client', 'getClient'],
    ['createPool()', { path: 'mysql2.createPool' }, 'pool', 'getPool'],
    ["MongoClient.connect('x')", { path: 'mongodb.MongoClient.connect' }, 'mongoClient', 'getMongoClient'],
    ["connect('x')", { path: 'amqplib.connect' }, 'amqplib', 'getAmqplib'],
  ])('names the client of %s %j %s', (construction, client, variable, getter) => {
    const output = memoized(`function f() { return ${construction}; }`, client, js)!;
    expect(output).toContain(`let ${variable};\nfunction ${getter}() {`);
  });

  it('keeps the promise of an asynchronous construction, and drops it when it rejects', () => {
    expect(memoized("import { MongoClient } from 'mongodb';\n\nexport async function f() {\n  const client = await MongoClient.connect('x', {\n    appName: 'a',\n  });\n}\n", { async: true }, ts)).toBe(dedent`
      import { MongoClient } from 'mongodb';

      let mongoClient: Promise<MongoClient> | undefined;
      function getMongoClient(): Promise<MongoClient> {
        return (mongoClient ??= MongoClient.connect('x', {
          appName: 'a',
        }).catch((error: unknown) => {
          mongoClient = undefined;
          throw error;
        }));
      }

      export async function f() {
        const client = await getMongoClient();
      }
    ` + '\n');
    expect(memoized("async function f() { return await createClient({ a: 1 }).connect(); }", { connect: 'connect', path: 'redis.createClient' }, js)).toBe(dedent`
      let redis;
      function getRedis() {
        return (redis ??= Promise.resolve(createClient({ a: 1 }).connect()).catch((error) => {
          redis = undefined;
          throw error;
        }));
      }

      async function f() { return await getRedis(); }
    `);
    expect(memoized('async function f() { return await createPool(); }', {}, { ...js, context: { languageOptions: { ecmaVersion: 2018 } } })).toBe(dedent`
      let pool;
      function getPool() {
        if (!pool) {
          pool = Promise.resolve(createPool()).catch((error) => {
            pool = undefined;
            throw error;
          });
        }
        return pool;
      }

      async function f() { return await getPool(); }
    `);
    expect(memoized("function f() { return MongoClient.connect('x'); }", { async: true }, js)).toContain("return (mongoClient ??= MongoClient.connect('x').catch((error) => {");
  });

  it('calls the getter that is there', () => {
    const getter = 'let shared;\nexport function client() {\n  if (!shared) {\n    shared = new Redis({ a: 1, });\n  }\n  return shared;\n}\n';
    expect(memoized(`function f() { return new Redis({ a: 1 }); }\n${getter}`, {}, js)).toBe(`function f() { return client(); }\n${getter}`);
  });

  it.each([
    ['other arguments', 'let shared; function client() { return (shared ??= new Redis(2)); }'],
    ['an async getter where nothing is awaited', 'let shared; async function client() { return (shared ??= new Redis(1)); }'],
    ['a variable of the function', 'function client() { let shared; return (shared ??= new Redis(1)); }'],
    ['a getter with parameters', 'let shared; function client(x) { return (shared ??= new Redis(1)); }'],
  ])('makes a getter of its own beside one with %s', (_, other) => {
    const output = fix(`${other} function f() { return new Redis(1); }`, (source) => memoizedGetter(fixer, source, nodesOf(source, 'NewExpression').at(-1)!), js);
    expect(output).toContain('return getRedis(); }');
  });

  it('converges: two functions share one getter, and no two fixes apply in one pass', () => {
    let text = "import Redis from 'ioredis';\nfunction f() { return new Redis(1); }\nfunction g() { return new Redis(1); }\n";
    const edits = (() => {
      const source = sourceOf(text, js);
      return nodesOf(source, 'NewExpression').map((node) => memoizedGetter(fixer, source, node)!);
    })();
    const spans = edits.map((list) => [Math.min(...list.map((edit) => edit.range[0])), Math.max(...list.map((edit) => edit.range[1]))]);
    expect(spans[1]![0]).toBeLessThan(spans[0]![1]!);
    for (let pass = 0; pass < 2; pass += 1) {
      const source = sourceOf(text, js);
      const node = nodesOf(source, 'NewExpression').find((construction) => source.getText(construction.parent).startsWith('return new'))!;
      text = applied(source, memoizedGetter(fixer, source, node)!);
    }
    expect(text).toBe("import Redis from 'ioredis';\nlet redis;\nfunction getRedis() {\n  return (redis ??= new Redis(1));\n}\n\nfunction f() { return getRedis(); }\nfunction g() { return getRedis(); }\n");
  });

  it('avoids names in use', () => {
    const output = memoized("import redis from 'redis';\nfunction f(getRedis) { return [new Redis(), redis]; }", {}, js);
    expect(output).toContain('let sharedRedis;\nfunction getSharedRedis() {\n  return (sharedRedis ??= new Redis());\n}');
    expect(output).toContain('return [getSharedRedis(), redis]');
  });

  it.each([
    ['the function’s own names', 'function f(url) { return new Redis(url); }', {}],
    ['calls', 'function f() { return new Redis(url()); }', {}],
    ['module level', 'const r = new Redis();', {}],
    ['a connect of its own step', 'async function f() { const c = createClient(); await c.connect(); }', { connect: 'connect' }],
    ['listeners', "async function f() { const c = new Redis(); c.on('error', log); }", {}],
    ['listeners on the construction', "async function f() { return new Redis().on('error', log); }", {}],
  ])('leaves %s alone', (_, code, client) => {
    expect(memoized(code, client, js)).toBeNull();
  });

  it('leaves namespaces and types it cannot write alone', () => {
    expect(memoized('namespace A { export function f() { return new Redis(); } }', {}, ts)).toBeNull();
    expect(memoized("function f() { return new (require('ioredis').Redis)(); }", {}, ts)).toBeNull();
  });

  it('type-checks', () => {
    const library = `
      declare module 'lib' {
        export default class Redis { constructor(url?: string); static Cluster: typeof Cluster; get(key: string): Promise<string | null>; }
        export class Cluster { constructor(nodes: string[]); get(key: string): Promise<string | null>; }
        export class Pool<T extends object = {}> { constructor(options?: T); query(text: string): Promise<T[]>; }
        export class Mongo { static connect(url: string): Promise<Mongo>; static connect(url: string, done: (error: Error) => void): void; connect(): Promise<this>; db(): string; }
        export interface Client<M> { connect(): Promise<Client<M>>; get(key: string): Promise<M>; }
        export function createClient<M = string>(options?: { url?: string }): Client<M>;
        export function createPool(uri: string): { query(text: string): Promise<unknown> };
      }`;
    const cases: [string, ClientFacts][] = [
      ["import Redis from 'lib'; export async function f() { const r = new Redis(process.env.X!); return r.get('a'); }", {}],
      ["import Redis from 'lib'; export async function f() { return new Redis.Cluster([]).get('a'); }", {}],
      ["import * as ns from 'lib'; export async function f() { return new ns.Pool<{ a: 1 }>().query('a'); }", {}],
      ["import { Mongo as MongoClient } from 'lib'; export async function f() { const c = await MongoClient.connect('x'); return c.db(); }", { async: true }],
      ["import { Mongo as MongoClient } from 'lib'; export async function f() { const c = await new MongoClient().connect(); return c.db(); }", { connect: 'connect' }],
      ["import { createClient } from 'lib'; export async function f() { const c = await createClient({ url: 'x' }).connect(); return c.get('x'); }", { connect: 'connect' }],
      ["import { createPool } from 'lib'; export async function f() { const c = await createPool('x'); return c.query('x'); }", {}],
    ];
    for (const [code, client] of cases) {
      expect(typeErrors(code, library)).toEqual([]);
      const output = memoized(code, client, ts)!;
      expect(output).toMatch(/function get\w+\(\)/u);
      expect(typeErrors(output, library), output).toEqual([]);
    }
  });
});
