import { describe, expect, it } from 'vitest';
import { unlimitedCalls } from '../../src/analysis/unlimited-calls.js';
import { defaultSettings } from '../../src/settings.js';
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
    `import { Readable } from 'node:stream'; export const f = (chunks) => { const body = Readable.from(chunks); return fetch('https://a.example', { method: 'PUT', body }); };`,
    `export const f = (req) => fetch('https://a.example', { method: 'PUT', body: req });`,
    `export const f = (req: NextApiRequest) => fetch('https://a.example', { method: 'PUT', body: req });`,
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

  it.each(['https://models.example/v1/chat/completions', 'https://models.example/v1beta/models/m:generateContent', 'https://a.example/api/agentkit/run', 'https://a.example/agents/writer/run?wait=1', 'https://a.example/agent'])('a model or an agent answers, by the path: %s', (url) => {
    expect(countIn(`export const f = (body) => fetch('${url}', { method: 'POST', body });`, {})).toBe(0);
    const found = unlimitedCalls(sourceOf(`import express from 'express'; const app = express(); app.post('/ask', async (req, res) => { res.json(await (await fetch('${url}')).json()); });`, { filename: '/src/ask.ts', context: { host: hostWith({}) } }), { maxMs: 120_000, drivers: false });
    expect(found.map(({ ofModel }) => ofModel)).toEqual([true]);
  });

  it.each(['https://a.example/passwords/generate', 'https://a.example/agents', 'https://a.example/ci/runs'])('%s may not', (url) => {
    expect(countIn(`export const f = () => fetch('${url}', { method: 'POST' });`, {})).toBe(1);
  });

  it('what is sent as JSON may not', () => {
    expect(countIn(`import axios from 'axios'; export const f = (req: NewOrder) => axios.post('https://a.example', req);`, {})).toBe(1);
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

  it('a time that an adapter gives to all functions of the package', () => {
    const host = { ...hostWith({}), read: (file: string) => (file === '/site/svelte.config.js' ? { text: 'export default { kit: { adapter: adapter({ maxDuration: 10 }) } };', modified: 1 } : undefined), manifest: () => ({ directory: '/site', dependencies: {} }) };
    const found = (crossFile: boolean) => unlimitedCalls(sourceOf(code, { filename: '/site/src/load.ts', context: { host, settings: { ...defaultSettings, crossFile } } }), { maxMs: 120_000, drivers: false }).length;
    expect(found(true)).toBe(0);
    expect(found(false)).toBe(1);
  });

  it('a package that an adapter builds for the edge, unless the file asks for Node', () => {
    expect(countIn(code, { '@opennextjs/cloudflare': '^1.0.0' })).toBe(0);
    expect(countIn(`export const runtime = 'nodejs'; ${code}`, { '@opennextjs/cloudflare': '^1.0.0' })).toBe(1);
  });

  it('a package that tools for the edge build, unless a server in it needs Node', () => {
    expect(countIn(code, { wrangler: '^4.0.0', hono: '^4.0.0' })).toBe(0);
    expect(countIn(code, { wrangler: '^4.0.0', hono: '^4.0.0', '@hono/node-server': '^2.0.0' })).toBe(1);
    expect(countIn(code, { wrangler: '^4.0.0', express: '^5.0.0' })).toBe(1);
    // Libraries list the types alone, and run anywhere.
    expect(countIn(code, { '@cloudflare/workers-types': '^5.0.0' })).toBe(1);
  });

  it('a function that nothing names', () => {
    const load = `import { key } from './key'; async function load() { return fetch('https://a.example/' + key); }`;
    expect(countIn(`${load} export const name = 'a';`, {})).toBe(0);
    expect(countIn(`${load} export const name = load;`, {})).toBe(1);
    expect(countIn(load.replace('async', 'export async'), {})).toBe(1);
  });
});

describe('functions that run in the page of a browser', () => {
  it.each([
    `export const f = (page, url) => page.evaluate(async (url) => { const answer = await fetch(url); return answer.json(); }, url);`,
    `export const f = (page, url) => page.evaluate((url) => new Promise((resolve, reject) => { fetch(url).then((answer) => resolve(answer.json()), reject); }), url);`,
    `export const f = (page) => page.$eval('a', async (link) => (await fetch(link.href)).status);`,
    `async function load(url) { return (await fetch(url)).text(); } export const f = (page, url) => page.evaluate(load, url);`,
  ])('%s', (text) => {
    expect(countIn(text, {})).toBe(0);
  });

  it('others run here', () => {
    expect(countIn(`export const f = async (page, url) => { const answer = await fetch(url); await page.evaluate((text) => text.length, await answer.text()); };`, {})).toBe(1);
  });
});

describe('bodies of answers that are handed on', () => {
  it.each([
    `const answer = await fetch(url); await new Upload({ params: { Key: 'a', Body: answer.body } }).done();`,
    `const answer = await fetch(url); await store(answer.body);`,
    `const answer = await fetch(url); const stream = answer.body; return { stream };`,
    `const answer = await fetch(url); return answer.body;`,
    `const answer = await fetch(url); return store(answer.body ?? undefined);`,
    `return fetch(url).then((answer) => { answer.body.pipe(file); });`,
  ])('are streams: %s', (text) => {
    expect(countIn(`export async function f(url, store, Upload, file) { ${text} }`, {})).toBe(0);
    expect(countIn(`import fetch from 'node-fetch'; export async function f(url, store, Upload, file) { ${text} }`, {})).toBe(0);
  });

  it.each([
    `const answer = await fetch(url); if (!answer.body) throw new Error('empty'); return answer.json();`,
    `const answer = await fetch(url); console.log(answer.body); return answer.json();`,
    `const answer = await fetch(url); return store({ body: await answer.json() });`,
  ])('not here: %s', (text) => {
    expect(countIn(`export async function f(url, store) { ${text} }`, {})).toBe(1);
  });

  it('other clients have read theirs', () => {
    expect(countIn(`import request from 'superagent'; export async function f(url, store) { const answer = await request.get(url); return store(answer.body); }`, {})).toBe(1);
  });
});

describe('clients that a function with a time limit gets', () => {
  const made = (set: string) => `
    class Remote { async load(id) { return (await fetch('https://a.example/' + id)).json(); } }
    export class Store { constructor(options) { ${set} } load(id) { return this.remote.load(id); } }
    function withCallTimeouts(remote, ms) { return { load: (id) => within(remote.load(id), ms) }; }
    import { within } from './within';`;

  it('have it', () => {
    expect(countIn(made('this.remote = options.remote ?? new Remote(); this.remote = withCallTimeouts(this.remote, 5000);'), {})).toBe(0);
    expect(countIn(made('this.remote = withCallTimeouts(new Remote(), 5000);'), {})).toBe(0);
    expect(countIn(made('const remote = new Remote(); this.remote = withCallTimeouts(remote, 5000);'), {})).toBe(0);
  });

  it('others have none', () => {
    expect(countIn(made('this.remote = new Remote();'), {})).toBe(1);
    expect(countIn(made('this.remote = new Remote(); this.other = withCallTimeouts(this.other, 5000);'), {})).toBe(1);
  });
});

describe('graphql-request', () => {
  const call = (args: string) => `import { request } from 'graphql-request'; export const f = (url, document, variables) => request(${args});`;

  it('has a place for a signal in an object only', () => {
    expect(countIn(call('{ url, document, variables }'), { 'graphql-request': '^7.4.0' })).toBe(1);
    expect(countIn(call('url, document, variables'), { 'graphql-request': '^7.4.0' })).toBe(0);
  });

  it('waits for another time before version 7, which is not known', () => {
    expect(countIn(call('{ url, document, variables }'), { 'graphql-request': '4.2.0' })).toBe(0);
  });
});
