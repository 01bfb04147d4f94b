import { describe, expect, it } from 'vitest';
import { isWaitedFor } from '../../src/analysis/waiting.js';
import type { FunctionNode } from '../../src/analysis/syntax.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

/** Whether the function `root` in the code waits for the call `send()`. */
function waits(code: string): boolean {
  const source = sourceOf(code);
  const call = nodeOf(source, 'CallExpression', 'send(');
  const root = code.includes('function root') ? nodeOf(source, 'FunctionDeclaration', 'function root') : nodeOf(source, 'ArrowFunctionExpression');
  return isWaitedFor(source, call, root as FunctionNode);
}

describe('a function waits', () => {
  it.each([
    'async function root() { await send(); }',
    'async function root() { return send(); }',
    'async function root() { const p = send(); other(); await p; }',
    'async function root() { let p; p = send(); await p; }',
    'async function root() { await Promise.all([other(), send()]); }',
    'async function root() { const all = []; all.push(send()); await Promise.allSettled(all); }',
    'async function root() { await Promise.all(list.map((x) => send(x))); }',
    'async function root() { await Promise.all(list.map(async (x) => { const y = await other(x); await send(y); })); }',
    'async function root() { for (const x of list) await send(x); }',
    'async function root() { await other().then(() => send()); }',
    'async function root() { await limited(send(), 100); }',
    'async function root() { await (ready ? send() : undefined); }',
    'async function root() { ready && (await send()); }',
    'async function root() { await db.transaction(async (tx) => { await send(); }); }',
    'async function root() { await (async () => { await send(); })(); }',
    'async function root() { const work = async () => { await send(); }; await work(); }',
    'async function root() { await helper(); } async function helper() { await send(); }',
    'function root(req, res) { send().then(() => res.json({})); }',
    'function root(req, res) { send((error) => { res.json({}); }); }',
    'function root(req, res, next) { send(next); }',
    'async function root() { await new Promise((resolve) => send(resolve)); }',
    'async function root() { await new Promise((resolve, reject) => { run(file).on("error", reject).on("end", () => resolve()).send(out); }); }',
    'function root(req, res) { helper((error) => res.end()); } function helper(callback) { send(callback); }',
    'async function root(req, res) { if (!req.body) { res.end(); return; } await send(); }',
  ])('%s', (code) => {
    expect(waits(code)).toBe(true);
  });
});

describe('a function does not wait', () => {
  it.each([
    'async function root() { send(); }',
    'async function root() { void send(); }',
    'async function root() { send().catch(log); }',
    'async function root(req, res) { send().then(() => log("sent")); res.end(); }',
    'async function root(req, res, next) { send().catch(next); res.end(); }',
    'async function root() { const p = send(); p.catch(log); }',
    'async function root() { list.forEach(async (x) => { await send(x); }); }',
    'async function root() { list.map(async (x) => { await send(x); }); }',
    'async function root() { setTimeout(async () => { await send(); }, 1); }',
    'async function root() { setImmediate(() => send()); }',
    'async function root() { after(() => send()); }',
    'async function root(c) { c.executionCtx.waitUntil(send()); }',
    'async function root(req, res) { res.on("finish", async () => { await send(); }); }',
    'async function root() { (async () => { await send(); })(); }',
    'async function root() { helper(); } async function helper() { await send(); }',
    'async function root() { await send((error) => log(error)); }',
    'async function root(req, res) { res.json({}); await send(); }',
    'async function root(req, res) { res.status(202).json({}); try { await send(); } catch (error) { log(error); } }',
    'async function root() { await new Promise((resolve) => { send(); resolve(); }); }',
    'async function root() { const later = async () => { await send(); }; register(later); }',
    'async function root() { const steps = function* () { yield send(); }; run(steps); }',
    'async function other() { await send(); } async function root() { await nothing(); }',
  ])('%s', (code) => {
    expect(waits(code)).toBe(false);
  });

  it('and odd syntax does no harm', () => {
    expect(waits('async function root() { const f = async () => { await send(); await f(); }; await f(); }')).toBe(true);
    expect(waits('async function root() { let p = p; p = send(); }')).toBe(false);
  });
});
