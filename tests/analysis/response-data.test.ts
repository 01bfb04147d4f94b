import { describe, expect, it } from 'vitest';
import { answersWith } from '../../src/analysis/response-data.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

/** How what the call `make(...)` brings about leaves the function `root`. */
function way(code: string): string | undefined {
  const source = sourceOf(code);
  return answersWith(source, nodeOf(source, 'CallExpression', 'make('), nodeOf(source, 'FunctionDeclaration', 'function root'));
}

describe('what a call makes is in the answer', () => {
  it.each([
    ['async function root() { return await make(); }', 'returned'],
    ['async function root() { const x = await make(); return { x }; }', 'returned'],
    ['async function root() { const { data } = await make(); return `a ${data}`; }', 'returned'],
    ['async function root(req, res) { res.json(await make()); }', 'sent'],
    ['async function root(req, res) { const x = await make(); res.type("pdf").send(Buffer.from(x)); }', 'sent'],
    ['async function root(ctx) { ctx.body = await make(); }', 'sent'],
    ['async function root(c) { return c.json({ x: await make() }); }', 'sent'],
    ['async function root() { return new Response(await make()); }', 'returned'],
    ['async function root() { const all = []; for (const x of list) { all.push(await make(x)); } return all; }', 'returned'],
    ['async function root() { return Promise.all(list.map((x) => make(x))); }', 'returned'],
    ['async function root(req, res) { const path = name(); await make({ path }); res.download(path); }', 'sent'],
    ['async function root(req, res) { make(file).pipe(res); }', 'sent'],
    ['async function root(req, res) { await book.make(res); }', 'sent'],
    ['async function root(req, res) { make((error, x) => { res.json(x); }); }', 'sent'],
    ['async function root() { return new Promise((resolve) => { make((error, x) => resolve(x)); }); }', 'returned'],
    ['async function root() { const page = await open(); await page.make(); return page.content(); }', 'returned'],
    ['async function root() { this.last = await make(); }', 'sent'],
    ['async function root() { return helper(); } async function helper() { return await make(); }', 'returned'],
  ])('%s', (code, expected) => {
    expect(way(code)).toBe(expected);
  });
});

describe('it is not', () => {
  it.each([
    'async function root(req, res) { await make(); res.json({ ok: true }); }',
    'async function root() { const x = await make(); return x.length; }',
    'async function root() { const x = await make(); return { sent: x.messageId }; }',
    'async function root() { const x = await make(); return x !== undefined; }',
    'async function root() { const x = await make(); if (!x) throw new Error("none"); return { ok: true }; }',
    'async function root() { const x = await make(); console.log(x); return true; }',
    'async function root() { const x = await make(); return x ? "yes" : "no"; }',
    'async function root(user) { await make(user); return user; }',
    'async function root(req, res) { const user = await load(); await make(user); res.json(user); }',
  ])('%s', (code) => {
    expect(way(code)).toBeUndefined();
  });
});
