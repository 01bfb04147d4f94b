import { describe, expect, it } from 'vitest';
import { unlimitedCalls } from '../../src/analysis/unlimited-calls.js';
import { hostWith } from '../helpers/handlers.js';
import { sourceOf } from '../helpers/source.js';

const code = `export const load = () => fetch('https://a.example/x');`;

/** How many calls of `text` wait without a limit, in a package with these dependencies. */
function countIn(text: string, dependencies: Record<string, string>, { programs = false, filename = '/src/load.ts' } = {}): number {
  const host = { ...hostWith(dependencies), manifest: () => ({ directory: '/', dependencies, ...(programs && { programs }) }) };
  return unlimitedCalls(sourceOf(text, { filename, context: { host } }), { maxMs: 120_000, drivers: false }).length;
}

describe('packages whose calls whoever runs them ends', () => {
  it('a program for the command line', () => {
    expect(countIn(code, { commander: '^14.0.0' }, { programs: true })).toBe(0);
  });

  it('not a package that installs no program, or that also serves', () => {
    expect(countIn(code, { commander: '^14.0.0' })).toBe(1);
    expect(countIn(code, {}, { programs: true })).toBe(1);
    expect(countIn(code, { commander: '^14.0.0', express: '^5.0.0' }, { programs: true })).toBe(1);
  });
});

describe('browser extensions', () => {
  it('run in the browser of their user', () => {
    expect(countIn(code, { '@types/chrome': '^0.3.0' })).toBe(0);
  });
});

describe('payments in packages with a user interface', () => {
  const stripe = `import Stripe from 'stripe'; export const stripe = new Stripe('key'); ${code}`;

  it('are no sign of a server where nothing serves', () => {
    expect(countIn(stripe, { react: '^19.0.0', stripe: '^13.0.0' })).toBe(0);
  });

  it('are one where something does', () => {
    expect(countIn(stripe, { react: '^19.0.0', stripe: '^13.0.0', next: '^16.0.0' })).toBe(1);
  });
});

describe('what keeps nobody waiting', () => {
  it.each([
    `export const f = () => { void fetch('https://a.example'); };`,
    `export const f = () => { fetch('https://a.example').catch(() => {}).finally(() => {}); };`,
    `export const f = (cache) => { fetch('https://a.example').then(async (answer) => { cache.set(await answer.json()); }).catch(() => {}); return cache.get(); };`,
  ])('%s', (text) => {
    expect(countIn(text, {})).toBe(0);
  });

  it.each([
    `export const f = (done) => { fetch('https://a.example').then(done, done); };`,
    `export const f = async () => { await fetch('https://a.example').catch(() => {}); };`,
    `import https from 'node:https'; export const f = (done) => { https.get('https://a.example', (answer) => done(answer)); };`,
  ])('not %s', (text) => {
    expect(countIn(text, {})).toBe(1);
  });
});

it('a package of pages by its framework', () => {
  expect(countIn(code, { nuxt: '^3.0.0' })).toBe(0);
  expect(countIn(`import { readFileSync } from 'node:fs'; export const text = readFileSync('a'); ${code}`, { nuxt: '^3.0.0' })).toBe(1);
  expect(countIn(code, { nitropack: '^2.0.0' })).toBe(1);
});

describe('requests that may rightly take minutes', () => {
  it.each([
    `export const f = (file) => { const form = new FormData(); form.append('file', file); return fetch('https://a.example', { method: 'POST', body: form }); };`,
    `export const f = (chunk) => fetch('https://a.example', { method: 'PUT', body: chunk });`,
    `export const f = (part: Uint8Array) => fetch('https://a.example', { method: 'PUT', body: part });`,
    `import axios from 'axios'; export const f = (data) => axios.post('https://a.example', Buffer.from(data));`,
    `export const f = async (request) => { const body = await request.arrayBuffer(); return fetch('https://a.example', { method: 'POST', body: body.byteLength > 0 ? body : undefined }); };`,
    `import { readFile } from 'node:fs/promises'; export const f = async (path) => fetch('https://a.example', { method: 'PUT', body: await readFile(path) });`,
  ])('a file goes out: %s', (text) => {
    expect(countIn(text, {})).toBe(0);
  });

  const asked = `async function ask(messages) { const answer = await fetch('https://models.example/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'm', messages }) }); return answer.json(); }`;

  it('a model answers, and no request of the file waits', () => {
    expect(countIn(`export ${asked}`, {})).toBe(0);
    expect(countIn(`export const f = (prompt) => fetch('https://models.example/generate', { method: 'POST', body: JSON.stringify({ prompt }) });`, {})).toBe(0);
  });

  it('counts as one of a model where a request waits', () => {
    const found = unlimitedCalls(sourceOf(`import express from 'express'; const app = express(); ${asked} app.post('/ask', async (req, res) => { res.json(await ask(req.body.messages)); });`, { filename: '/src/ask.ts', context: { host: hostWith({}) } }), { maxMs: 120_000, drivers: false });
    expect(found.map(({ ofModel }) => ofModel)).toEqual([true]);
  });

  it('what is sent as JSON may not', () => {
    expect(countIn(`export const f = (order) => fetch('https://a.example', { method: 'POST', body: JSON.stringify({ model: order.model, size: order.size }) });`, {})).toBe(1);
  });
});

describe('promises that a timer settles', () => {
  const request = `import request from 'request'; export const isUp = (url) => new Promise((resolve, reject) => { TIMER request(url, (error, response) => { resolve(response); }); });`;

  it('have a limit', () => {
    expect(countIn(request.replace('TIMER', `setTimeout(() => { reject(new Error('late')); }, 5000);`), {})).toBe(0);
  });

  it('others have none', () => {
    expect(countIn(request.replace('TIMER', `setTimeout(() => { console.log('still there'); }, 5000);`), {})).toBe(1);
  });
});

describe('calls of which nobody asks a limit', () => {
  it.each([
    `export const f = (request) => fetch(new URL('/api/search', request.url));`,
    `import { getBaseUrlString } from './urls'; export const f = async () => { const base = await getBaseUrlString(); return fetch(\`\${await getBaseUrlString()}/api/search\`); };`,
    `import { Command } from '@acme/nest-kit'; export class Export { @Command({ command: 'export' }) run() { return fetch('https://a.example'); } }`,
    `import axios from 'axios'; export const f = (answer) => axios.post('https://a.example', answer.data, { maxBodyLength: Infinity });`,
  ])('%s', (text) => {
    expect(countIn(text, {})).toBe(0);
  });

  it('another address of the request is no own one', () => {
    expect(countIn(`export const f = (request) => fetch(request.body.url);`, {})).toBe(1);
  });
});

describe('what a platform ends, or nobody calls', () => {
  it('a time that the file states for the platform', () => {
    expect(countIn(`export const maxDuration = 30; ${code}`, { next: '^16.0.0' })).toBe(0);
  });

  it('a package that an adapter builds for the edge, unless the file asks for Node', () => {
    expect(countIn(code, { '@opennextjs/cloudflare': '^1.0.0' })).toBe(0);
    expect(countIn(`export const runtime = 'nodejs'; ${code}`, { '@opennextjs/cloudflare': '^1.0.0' })).toBe(1);
  });

  it('a function that nothing names', () => {
    const load = `import { key } from './key'; async function load() { return fetch('https://a.example/' + key); }`;
    expect(countIn(`${load} export const name = 'a';`, {})).toBe(0);
    expect(countIn(`${load} export const name = load;`, {})).toBe(1);
    expect(countIn(load.replace('async', 'export async'), {})).toBe(1);
  });
});
