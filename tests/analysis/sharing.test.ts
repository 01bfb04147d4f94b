import { describe, expect, it } from 'vitest';
import { parametersBehind, valuesBehind } from '../../src/analysis/parameters.js';
import { lifetimeOf } from '../../src/analysis/lifetime.js';
import { alternative, constructionsOf, isPartOf } from '../../src/analysis/resources.js';
import { sharingOf } from '../../src/analysis/sharing.js';
import { enclosingFunction } from '../../src/analysis/syntax.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

const imports = `import { Redis } from 'ioredis'; import { Pool, Client } from 'pg'; import { drizzle } from 'drizzle-orm/node-postgres'; import mongoose from 'mongoose';`;

function sharing(code: string): string {
  const source = sourceOf(`${imports} ${code}`);
  const [first] = constructionsOf(source, 'expensive-client');
  return first ? sharingOf(source, first.use, first.resource, lifetimeOf(source, first.use.node).calls) : 'none';
}

describe('sharingOf', () => {
  it.each([
    ['shared', 'nothing of the call', `async function f(id) { const r = new Redis(process.env.URL); return r.get(id); }`],
    ['shared', 'callbacks among the options', `async function f(id) { const r = new Redis({ retryStrategy: (times) => times }); return r.get(id); }`],
    ['keyed', 'a parameter', `async function f(url) { const p = new Pool({ connectionString: url }); return p.query('x'); }`],
    ['keyed', 'a parameter through a local variable', `async function f(tenant) { const { url } = tenant; const p = new Pool({ connectionString: url }); return p.query('x'); }`],
    ['instance', 'a field', `class A { async f(id) { const r = new Redis(this.options); return r.get(id); } }`],
    ['instance', 'a field through a local variable', `class A { async f(id) { const { options } = this; const r = new Redis(options); return r.get(id); } }`],
    ['own', 'credentials of the call, closed again', `async function f(url) { const c = new Client(url); await c.connect(); await c.end(); }`],
    ['own', 'a subscription', `async function f() { const r = new Redis(); await r.subscribe('a'); }`],
    ['own', 'an event that is not about the connection', `async function f(cb) { const r = new Redis(); r.on('message', cb); }`],
    ['shared', 'events about the connection', `async function f(id) { const r = new Redis(); r.on('error', log); return r.get(id); }`],
    ['own', 'what the function waits for first', `async function f(id) { const s = await open(id); const r = new Redis(s.url); return r.get('a'); }`],
    ['own', 'a transaction', `async function f() { const c = new Client(); await c.query('BEGIN'); }`],
    ['own', 'an advisory lock', 'async function f() { const c = new Client(); await c.query(`SELECT pg_advisory_lock(${1})`); }'],
    ['own', 'the environment of a request', `async function f(c) { const p = new Pool({ connectionString: c.env.DB }); return p.query('x'); }`],
    ['shared', 'the environment of the process', `async function f(id) { const url = process.env.DB; const p = new Pool({ connectionString: url }); return p.query(id); }`],
  ])('%s: %s', (expected, _, code) => {
    expect(sharing(code)).toBe(expected);
  });
});

describe('constructionsOf', () => {
  it.each([
    ['a wrapper of what it is given', `const pool = other(); drizzle(pool);`, 0],
    ['a wrapper that opens its own', `drizzle(process.env.DATABASE_URL!);`, 1],
    ['what the library keeps itself', `mongoose.connect('x');`, 0],
    ['a call that gives it to a callback', `new Redis((error) => {});`, 0],
    ['a construction', `new Redis();`, 1],
  ])('%s', (_, code, count) => {
    expect(constructionsOf(sourceOf(`${imports} ${code}`), 'expensive-client')).toHaveLength(count);
  });

  it('knows what is a part of another, and what are alternatives', () => {
    const source = sourceOf(`${imports} function f() { const pool = new Pool(); const box = { pool }; return new Redis(box); } const r = a ? new Redis(1) : (b ?? new Redis(2));`);
    const [pool, redis, one, two] = constructionsOf(source, 'expensive-client').map(({ use }) => use);
    expect(isPartOf(source, pool!, redis!)).toBe(true);
    expect(isPartOf(source, redis!, pool!)).toBe(false);
    expect(alternative(one!.node)).toBe(alternative(two!.node));
  });
});

describe('what values are computed from', () => {
  const source = sourceOf(`function outer(a) { return function inner(b, { c: d }) { const e = b.x.y + d; const g = e; target(g, a, [1].map((n) => n), k); }; } let k;`);
  const call = nodeOf(source, 'CallExpression', 'target(');
  const fn = enclosingFunction(call)!;

  it('names the parameters with what is read from them', () => {
    expect(parametersBehind(source, call.arguments, fn).map(({ path }) => path.join('.')).sort()).toEqual(['a', 'b.x.y', 'd']);
  });

  it('lists the initializers on the way', () => {
    expect(valuesBehind(source, call.arguments, fn).map((node) => source.getText(node))).toEqual(['g', 'a', '[1].map((n) => n)', 'k', 'e', 'b.x.y + d']);
  });
});
