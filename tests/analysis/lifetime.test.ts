import { describe, expect, it } from 'vitest';
import { lifetimeOf } from '../../src/analysis/lifetime.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

/** What becomes of the client that `body`, inside a function, makes. */
function lifetime(body: string) {
  const source = sourceOf(`import { Redis } from 'ioredis'; const outer: any = {}; let slot: any; ${body}`);
  return lifetimeOf(source, nodeOf(source, 'NewExpression', 'new Redis'));
}

describe('local: the client ends with the call', () => {
  it.each([
    ['methods of a variable', `async function f() { const r = new Redis(); await r.get('a'); await r.quit(); }`],
    ['a method at once', `async function f() { return await new Redis().get('a'); }`],
    ['nothing at all', `function f() { new Redis(); }`],
    ['a variable declared first', `async function f() { let r; try { r = new Redis(); } finally { r.quit(); } }`],
    ['an array callback', `async function f(ids) { const r = new Redis(); return Promise.all(ids.map((id) => r.get(id))); }`],
    ['a promise callback', `function f() { const r = new Redis(); return r.get('a').then(() => r.quit()); }`],
    ['a local function that is only called', `async function f() { const r = new Redis(); function g() { return r.get('a'); } return g(); }`],
    ['an immediately called function', `function f() { const r = new Redis(); (() => r.get('a'))(); }`],
    ['what an unknown method gives is returned', `function f() { return new Redis().something('a'); }`],
    ['its data is returned', `async function f() { const r = new Redis(); const v = await r.get('a'); return { v }; }`],
    ['a part that comes back to itself', `function f() { const r = new Redis(); let part = r.something(); part = part.next(); return part.next().size > 1; }`],
    ['a destructured method', `async function f() { const { get } = new Redis(); return get('a'); }`],
  ])('%s', (_, code) => {
    expect(lifetime(code).fate).toBe('local');
  });
});

describe('returned: a factory', () => {
  it.each([
    ['at once', `function f() { return new Redis(); }`],
    ['an arrow', `const f = () => new Redis();`],
    ['through a variable', `function f() { const r = new Redis(); r.on('error', log); return r; }`],
    ['in an object', `function f() { const r = new Redis(); return { r, n: 1 }; }`],
    ['in an array', `function f() { return [new Redis()]; }`],
    ['captured by what is returned', `function f() { const r = new Redis(); return { get: (k) => r.get(k) }; }`],
    ['captured by a returned function', `function f() { const r = new Redis(); async function get(k) { return r.get(k); } return get; }`],
    ['inside what wraps it', `function f() { const r = new Redis(); return drizzle(r); }`],
    ['wrapped in a variable', `function f() { const r = new Redis(); const db = wrap({ client: r }); return db; }`],
    ['one per item', `function f(hosts) { return hosts.map((h) => new Redis(h)); }`],
    ['as what works on it', `function f() { const r = new Redis(); const bucket = r.bucket('a'); return { bucket }; }`],
    ['destructured and handed back', `function f() { const { r } = { r: new Redis() }; return wrap(r); }`],
    ['yielded', `function* f() { yield new Redis(); }`],
  ])('%s', (_, code) => {
    expect(lifetime(code).fate).toBe('returned');
  });
});

describe('stored: it outlives the function', () => {
  it.each([
    ['in a module variable', `function f() { slot = new Redis(); }`],
    ['memoized', `function f() { return (slot ??= new Redis()); }`],
    ['memoized as a promise that is dropped when it rejects', `function f() { return (slot ??= Promise.resolve(new Redis()).catch((e) => { slot = undefined; throw e; })); }`],
    ['memoized by a function called at once', `class A { load() { if (!this.loaded) { this.loaded = (async () => { const r = new Redis(); return { r }; })(); } return this.loaded; } }`],
    ['memoized with if', `function f() { if (!slot) { slot = new Redis(); } return slot; }`],
    ['in a field', `class A { f() { this.r = new Redis(); } }`],
    ['through a variable into a field', `class A { f() { const r = new Redis(); this.r = r; } }`],
    ['in a module object', `function f(id) { outer[id] = new Redis(); }`],
    ['in a module map', `const pools = new Map(); function f(id) { const r = new Redis(id); pools.set(id, r); return r; }`],
    ['in a map of the instance', `class A { pools = new Map(); f(id) { const r = new Redis(id); this.pools.set(id, r); } }`],
    ['as what works on it, in a field', `class A { init() { const r = new Redis(); this.bucket = r.bucket('a'); } }`],
    ['on globalThis', `function f() { globalThis.redis = new Redis(); }`],
  ])('%s', (_, code) => {
    expect(lifetime(code).fate).toBe('stored');
  });
});

describe('passed: somebody else may keep it', () => {
  it.each([
    ['as an argument', `function f() { register(new Redis()); }`],
    ['in an options object', `function f() { const connection = new Redis(); new Worker('q', run, { connection }); }`],
    ['onto a parameter', `function f(app) { app.redis = new Redis(); }`],
    ['to a method of another object', `function f(app) { const r = new Redis(); app.use(session({ store: r })); }`],
    ['into a timer', `function f() { const r = new Redis(); setInterval(() => r.get('a'), 1000); }`],
  ])('%s', (_, code) => {
    expect(lifetime(code).fate).toBe('passed');
  });
});

it('lists the methods called on it, through chains that give it back', () => {
  const { calls, variable } = lifetime(`async function f() { const r = new Redis(); await r.set('a', 1); r.duplicate().get('b'); await r.quit(); }`);
  expect(calls.map((call) => call.name)).toEqual(['set', 'duplicate', 'get', 'quit']);
  expect(variable?.name).toBe('r');
});
