import { describe, expect, it } from 'vitest';
import { eagerConnections } from '../../src/analysis/eager-connections.js';
import { modulePurpose } from '../../src/analysis/module-purpose.js';
import { startsProgram } from '../../src/analysis/program-start.js';
import { sourceOf } from '../helpers/source.js';

const imports = `import { Redis } from 'ioredis'; import { Queue } from 'bullmq'; import { createClient } from 'redis'; import amqp from 'amqplib';`;

/** The text of what opens each connection. */
function opened(code: string): string[] {
  const source = sourceOf(imports + code);
  return eagerConnections(source).map(({ opens }) => source.getText(opens));
}

describe('connections opened by importing', () => {
  it.each([
    ['a construction', `const r = new Redis();`, ['new Redis()']],
    ['a static field', `export class A { static r = new Redis(); }`, ['new Redis()']],
    ['in a try block', `let r; try { r = new Redis(); } catch {}`, ['new Redis()']],
    ['in a block', `{ new Redis(); }`, ['new Redis()']],
    ['in a function called where it stands', `(async () => { await createClient().connect(); })();`, ['createClient().connect()']],
    ['in a function that another calls at module level', `const a = () => b(); function b() { return new Redis(); } a();`, ['new Redis()']],
    ['the connect method, later', `const c = createClient(); c.on('error', log); await c.connect();`, ['c.connect()']],
    ['a connection, not its channels', `const c = await amqp.connect('amqp://q'); const d = await c.createChannel();`, [`amqp.connect('amqp://q')`]],
    ['a connection, not what is made of it', `const connection = new Redis(); const q = new Queue('a', { connection });`, ['new Redis()']],
    ['two clients', `const a = new Redis(1); const b = new Redis(2);`, ['new Redis(1)', 'new Redis(2)']],
    ['none: in a function', `export function f() { return new Redis(); }`, []],
    ['none: a field', `export class A { r = new Redis(); } export const a = new A();`, []],
    ['none: put off', `const r = new Redis('u', { lazyConnect: true });`, []],
    ['none: the method is called later', `const c = createClient(); export const f = () => c.connect();`, []],
    ['none: a condition', `const r = on && new Redis();`, []],
    ['none: another condition', `const r = on ? new Redis() : undefined;`, []],
    ['none: a case', `switch (kind) { case 'redis': new Redis(); }`, []],
    ['none: a loop over what may be empty', `for (const url of urls) new Redis(url);`, []],
    ['none: a function that calls itself', `function f() { new Redis(); f(); }`, []],
  ])('%s', (_, code, expected) => {
    expect(opened(code)).toEqual(expected);
  });
});

function purpose(code: string) {
  const source = sourceOf(imports + code);
  const [connection] = eagerConnections(source);
  return connection && modulePurpose(source, connection);
}

describe('what a module that connects is there for', () => {
  it.each([
    ['the client', `export const r = new Redis();`, { exportsClient: true, others: [], unrelated: [] }],
    ['the client, exported by name', `const r = new Redis(); export { r as cache };`, { exportsClient: true, others: [], unrelated: [] }],
    ['the client in an object', `const r = new Redis(); export default { r };`, { exportsClient: true, others: [], unrelated: [] }],
    ['the client, reassigned', `let r: Redis; r = new Redis(); export { r };`, { exportsClient: true, others: [], unrelated: [] }],
    ['what a factory of the file makes', `function make() { return new Redis(); } export const r = make();`, { exportsClient: true, others: [], unrelated: [] }],
    ['an instance made of it', `const r = new Redis(); const inner = wrap(r); export const limiter = new Limiter({ inner });`, { exportsClient: true, others: [], unrelated: [] }],
    ['what uses it', `export const r = new Redis(); const key = (a) => a; export const f = (a) => r.get(key(a));`, { exportsClient: true, others: ['f'], unrelated: [] }],
    ['what uses what uses it', `export const r = new Redis(); const get = (a) => r.get(a); export class Cache { get = get; }`, { exportsClient: true, others: ['Cache'], unrelated: [] }],
    ['something else too', `export const r = new Redis(); export function slug(a) { return a; }`, { exportsClient: true, others: ['slug'], unrelated: ['slug'] }],
    ['data too', `export const r = new Redis(); export const ttl = 60;`, { exportsClient: true, others: ['ttl'], unrelated: [] }],
    ['functions', `const r = new Redis(); export const f = (a) => r.get(a); export type A = string;`, { exportsClient: false, others: ['f'], unrelated: [], wrapsClient: true }],
    ['functions of which one does something else', `const r = new Redis(); export const f = (a) => r.get(a); export const g = (a) => a;`, { exportsClient: false, others: ['f', 'g'], unrelated: ['g'] }],
    ['a router', `const r = new Redis(); export const router = Router(); router.get('/', () => r.get('a'));`, { exportsClient: false, others: ['router'], unrelated: [] }],
    ['constants alone', `const r = new Redis(); export const ttl = 60;`, { exportsClient: false, others: ['ttl'], unrelated: [] }],
    ['nothing', `const r = new Redis(); r.on('ready', log); export * from './other.js';`, { exportsClient: false, others: [], unrelated: [] }],
  ])('%s', (_, code, expected) => {
    expect(purpose(code)).toEqual({ wrapsClient: false, ...expected });
  });
});

describe('files that start a program', () => {
  const starts = (code: string, filename = '/app/src/orders.ts') => startsProgram(sourceOf(`import express from 'express'; const app = express(); ${code}`, { filename, context: { cwd: '/app' } }));

  it.each([
    ['one that listens', `export const run = () => app.listen(3000);`, undefined],
    ['one that waits for signals', `process.on('SIGTERM', close);`, undefined],
    ['the composition root', `export default app;`, '/app/src/server.ts'],
    ['a script', `run();`, '/app/scripts/fill.ts'],
    ['a function as a service', `import type { SQSHandler } from 'aws-lambda'; export const handler: SQSHandler = async (event) => {};`, undefined],
  ])('%s', (_, code, filename) => {
    expect(starts(code, filename)).toBe(true);
  });

  it('not a module of functions', () => {
    expect(starts(`app.get('/', (req, res) => res.json([])); export default app;`)).toBe(false);
  });
});
