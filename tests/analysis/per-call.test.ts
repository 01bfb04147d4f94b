import { describe, expect, it } from 'vitest';
import { perCall, runsPerCall } from '../../src/analysis/per-call.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

/** How the construction of a client in `code` is called per call, if it is. */
function answer(code: string, filename = '/app/src/orders.ts') {
  const source = sourceOf(`import { Redis } from 'ioredis'; import express from 'express'; const app = express(); ${code}`, { filename, context: { cwd: '/app' } });
  const found = perCall(source, nodeOf(source, 'NewExpression', 'new Redis'));
  return found && { name: found.name, handler: found.handler !== undefined };
}

describe('made per call', () => {
  it.each([
    ['in an inline handler', `app.get('/a', async (req, res) => { const r = new Redis(); res.json(await r.get('a')); });`, true],
    ['in a named handler', `async function show(req, res) { const r = new Redis(); res.json(await r.get('a')); } app.get('/a', show);`, true],
    ['in a function a handler calls', `async function load() { const r = new Redis(); return r.get('a'); } app.get('/a', async (req, res) => res.json(await load()));`, true],
    ['in a callback inside a handler', `app.get('/a', (req, res) => { Promise.all(ids.map((id) => new Redis().get(id))).then((all) => res.json(all)); });`, true],
    ['in an exported function', `export async function load(id) { const r = new Redis(); return r.get(id); }`, false],
    ['in an exported arrow', `export const load = async (id) => { const r = new Redis(); return r.get(id); };`, false],
    ['in a default export', `export default async function load(id) { const r = new Redis(); return r.get(id); }`, false],
    ['in a method of an exported class', `export class Orders { async load(id) { const r = new Redis(); return r.get(id); } }`, false],
    ['in a static method of an exported class', `export class Orders { static async load(id) { const r = new Redis(); return r.get(id); } }`, false],
    ['in a method of an exported object', `export const orders = { async load(id) { const r = new Redis(); return r.get(id); } };`, false],
    ['in a helper of an exported function', `async function get(id) { const r = new Redis(); return r.get(id); } export const load = (id) => get(id);`, false],
    ['by a factory that a handler calls', `function makeRedis() { return new Redis(); } app.get('/a', async (req, res) => { const r = makeRedis(); res.json(await r.get('a')); });`, true],
    ['in a field of a class made per request', `class Repo { r = new Redis(); get(id) { return this.r.get(id); } } app.get('/a', async (req, res) => { const repo = new Repo(); res.json(await repo.get('a')); });`, true],
    ['in a constructor of a class made per request', `class Repo { constructor() { this.r = new Redis(); } get(id) { return this.r.get(id); } } app.get('/a', async (req, res) => res.json(await new Repo().get('a')));`, true],
    ['in a handler, passed on', `app.get('/a', (req, res) => { const r = new Redis(); res.json(load({ client: r })); });`, true],
  ])('%s', (_, code, handler) => {
    expect(answer(code)).toMatchObject({ handler });
  });

  it('names the function', () => {
    expect(answer(`export async function load(id) { const r = new Redis(); return r.get(id); }`)?.name).toBe('`load`');
  });
});

describe('not made per call', () => {
  it.each([
    ['module level', `const r = new Redis();`],
    ['a block at module level', `if (process.env.CACHE) { const r = new Redis(); r.get('a'); }`],
    ['a memoized getter', `let r; export function getRedis() { return (r ??= new Redis()); }`],
    ['a guarded initializer', `let r; export function getRedis() { if (!r) r = new Redis(); return r; }`],
    ['a factory that other files call', `export function getRedisInstance() { const r = new Redis(); return r; }`],
    ['a factory the module calls once', `function makeRedis() { return new Redis(); } export const redis = makeRedis();`],
    ['a factory memoized elsewhere', `export const getRedis = once(() => new Redis());`],
    ['start-up code', `async function main() { const r = new Redis(); await r.get('a'); app.listen(3000); } main();`],
    ['start-up code that starts with catch', `const start = async () => { const r = new Redis(); await r.get('a'); }; start().catch(console.error);`],
    ['an exported function that makes the server listen', `export async function start() { const r = new Redis(); await r.get('a'); app.listen(3000); }`],
    ['an immediately called function', `(async () => { const r = new Redis(); await r.get('a'); })();`],
    ['an exported function that hands it on', `export async function setup() { const connection = new Redis(); new Worker('q', run, { connection }); }`],
    ['a loader that stores it', `export default async ({ app }) => { const r = new Redis(); app.redis = r; };`],
    ['a provider', `export const provider = { provide: 'REDIS', useFactory: () => new Redis() };`],
    ['a lifecycle method', `export class A { async onModuleInit() { const r = new Redis(); await r.get('a'); } }`],
    ['a field of a class that a container makes', `@Injectable() export class A { r = new Redis(); }`],
    ['a constructor of an exported class', `export class A { constructor() { this.r = new Redis(); } }`],
    ['a class made at module level', `class Repo { r = new Redis(); } export const repo = new Repo();`],
    ['a per-tenant cache', `const pools = new Map(); export function poolOf(t) { let p = pools.get(t); if (!p) { p = new Redis(t); pools.set(t, p); } return p; }`],
    ['a callback of an unknown function', `export const x = define(async () => { const r = new Redis(); await r.get('a'); });`],
    ['a callback of listen', `app.listen(3000, async () => { const r = new Redis(); await r.get('a'); });`],
    ['a function that nobody calls', `async function unused() { const r = new Redis(); await r.get('a'); }`],
    ['a function that calls only itself', `async function f(n) { const r = new Redis(); await r.get('a'); f(n - 1); }`],
  ])('%s', (_, code) => {
    expect(answer(code)).toBeUndefined();
  });

  it.each(['/app/src/orders.test.ts', '/app/scripts/load.ts', '/app/prisma/seed.ts', '/app/src/migrations/001-init.ts'])('in %s', (filename) => {
    expect(answer(`export async function load(id) { const r = new Redis(); return r.get(id); }`, filename)).toBeUndefined();
  });
});

describe("classes for ESLint's own parser, which knows no decorators", () => {
  it.each([
    ['a constructor', 'class A { constructor() { this.r = new Redis(); } } exports.make = (id) => { const a = new A(); return a.get(id); };', 'make'],
    ['a method', 'class A { get(id) { const r = new Redis(); return r.get(id); } } module.exports = new A();', 'get'],
  ])('%s', (_, code, name) => {
    const source = sourceOf(`const { Redis } = require('ioredis'); ${code}`, { language: 'js', sourceType: 'commonjs', filename: '/app/src/a.js' });
    expect(perCall(source, nodeOf(source, 'NewExpression', 'new Redis'))?.name).toBe(`\`${name}\``);
  });
});

describe('work that runs per call', () => {
  const ran = (code: string, filename = '/app/src/a.ts') => {
    const source = sourceOf(`import express from 'express'; const app = express(); ${code}`, { filename, context: { cwd: '/app' } });
    return runsPerCall(source, nodeOf(source, 'CallExpression', 'ask('))?.name;
  };

  it.each([
    ['a function that returns the result', 'export function load(id) { return ask(id); }', '`load`'],
    ['a function that keeps the result', 'let last; export function load(id) { last = ask(id); }', '`load`'],
    ['a handler', "app.get('/a', async (req, res) => res.json(await ask(1)));", 'the `GET /a` handler'],
    ['a callback of a list', 'export const all = (ids) => ids.map((id) => ask(id));', '`all`'],
  ])('%s', (_, code, name) => {
    expect(ran(code)).toBe(name);
  });

  it.each([
    ['module level', 'ask(1);'],
    ['a program', 'async function main() { await ask(1); } main();'],
    ['a callback that nobody knows', 'export const all = (ids) => later(() => ask(ids));'],
  ])('not: %s', (_, code) => {
    expect(ran(code)).toBeUndefined();
  });

  it('not: a test', () => {
    expect(ran('export function load(id) { return ask(id); }', '/app/src/a.test.ts')).toBeUndefined();
  });
});
