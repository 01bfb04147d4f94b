import dedent from 'dedent';
import type { Manifest } from '../../src/host.js';
import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/timeout-management/require-timeout.js';
import { testRule } from '../helpers/rule-tester.js';

const url = `'https://api.example.com/users'`;

/** Packages whose package.json is told by the folder. */
const packages: Readonly<Record<string, Omit<Manifest, 'directory'>>> = {
  '/v2': { dependencies: { 'node-fetch': '^2.6.7' } },
  '/v3': { dependencies: { 'node-fetch': '^3.3.2' } },
  '/either': { dependencies: { 'node-fetch': '>=2' } },
  '/old': { dependencies: {}, node: '12.x || 14.x' },
  '/new': { dependencies: {}, node: '>=14' },
};

setHost({
  resolve: () => undefined,
  read: () => undefined,
  manifest: (file) => {
    const directory = Object.keys(packages).find((folder) => file.startsWith(`${folder}/`));
    return directory === undefined ? undefined : { directory, ...packages[directory]! };
  },
});

const nodeFetch = (options = '') => `import fetch from 'node-fetch'; export const f = () => fetch(${url}${options});`;

testRule(rule, {
  valid: {
    'fetch with a timed signal': `export const f = () => fetch(${url}, { signal: AbortSignal.timeout(5000) });`,
    'a signal of several, one of them timed': `export const f = (s: AbortSignal) => fetch(${url}, { signal: AbortSignal.any([s, AbortSignal.timeout(5000)]) });`,
    'a controller that a timer aborts': `export async function f() { const c = new AbortController(); const t = setTimeout(() => c.abort(), 5000); try { return await fetch(${url}, { signal: c.signal }); } finally { clearTimeout(t); } }`,
    'a controller that a timer aborts, taken apart': `export async function f() { const c = new AbortController(); const { signal } = c; setTimeout(() => { c.abort(); }, 5000); return fetch(${url}, { signal }); }`,
    'a controller that another function gets': `import { abortLater } from './abort'; export async function f() { const c = new AbortController(); abortLater(c); return fetch(${url}, { signal: c.signal }); }`,
    'a controller that ends with the connection': `export async function f(req: any) { const c = new AbortController(); req.on('close', () => c.abort()); return fetch(${url}, { signal: c.signal }); }`,
    'a signal that comes in': `export const f = (signal: AbortSignal) => fetch(${url}, { signal });`,
    'options that come in': `export const f = (init: RequestInit) => fetch(${url}, init);`,
    'options that come in, spread': `export const f = (init: RequestInit) => fetch(${url}, { method: 'POST', ...init });`,
    'options from another file': `import { options } from './options'; export const f = () => fetch(${url}, options);`,
    'a request': `export const f = (request: Request) => fetch(request);`,
    'a request that a function builds': `import { buildRequest } from './requests'; export const f = (incoming: Request) => fetch(buildRequest(incoming, ${url}), { cache: 'no-store' });`,
    'a body that is streamed': `export const f = (body: ReadableStream) => fetch(${url}, { method: 'PUT', body, duplex: 'half' } as any);`,
    'a page that closes': `export const f = (body: string) => { void fetch(${url}, { method: 'POST', keepalive: true, body, credentials: 'omit', mode: 'cors' }).catch(() => {}); };`,
    'an instance of Ky, which gives up by itself': `import ky from 'ky'; export const api = ky.extend({ prefixUrl: ${url} }); export const users = () => api.get('users').json();`,
    'an app on a phone': `import { Platform } from 'react-native'; export const f = () => fetch(${url} + Platform.OS);`,
    'a page that only shares the name of a framework': `import { Link } from 'react-router'; import { useState } from 'react'; export const Page = () => { const [sent, send] = useState(false); const submit = async () => { await fetch(formatPath('auth/reset'), { method: 'POST' }); send(true); }; return [Link, sent, submit]; };`,
    'a call of its own deployment': `const base = process.env.VERCEL_URL ? 'https://' + process.env.VERCEL_URL : 'http://localhost:3000'; export const font = (family: string) => fetch(\`${'${base}'}/api/font?family=${'${family}'}\`).then((answer) => answer.arrayBuffer());`,
    'usage data that development alone sends': `import https from 'node:https'; async function send(data: string) { await new Promise<void>((resolve) => { const request = https.request(${url}, { method: 'POST' }, () => resolve()); request.end(data); }); } export async function report(data: string) { if (process.env.NODE_ENV === 'production') { console.log('off'); return; } await send(data); }`,
    'a proxy that production answers itself': `export const proxy = async (path: string) => { if (IS_PRODUCTION) { return new Response(null, { status: 404 }); } return fetch(${url} + path); };`,
    'sent and forgotten': `import { id } from './id'; export const start = async () => { await id(); void fetch(${url}, { method: 'POST', body: id() }); fetch(${url}).catch(() => {}); };`,
    'a component in a file that also has a loader': `import { useState } from 'react'; import { data } from 'react-router'; import { createReadStream } from 'node:fs'; export const loader = () => data(createReadStream('a')); export default function Page() { const [token, setToken] = useState(''); const ask = async () => { const answer = await fetch(${url} + token); setToken(await answer.text()); }; return ask; }`,
    'a request made on the spot': `export const f = (init) => fetch(new Request(${url}, init));`,
    'options that a function of the file returns': `const options = () => ({ method: 'POST', signal: AbortSignal.timeout(1000) }); export const f = () => fetch(${url}, options());`,
    'options that a method returns': `export class A { private options() { return { signal: AbortSignal.timeout(1000) }; } f() { return fetch(${url}, this.options()); } }`,
    'relative URL': `export const f = () => fetch('/api/users');`,
    'use client': `'use client';\nexport const f = () => fetch(${url});`,
    'browser globals': `export const f = () => { document.title = 'x'; return fetch(${url}); };`,
    'a frontend folder': { code: `export const f = () => fetch(${url});`, filename: 'frontend/src/api.ts' },
    'sent in a function that every caller forgets': `const tell = async (id: string) => { await fetch(${url} + id, { method: 'POST' }); };\nexport async function add(ids: string[]) { for (const id of ids) tell(id); return ids.length; }`,
    'sent by a client whose promises are not known, in a function that its caller forgets': `import request from 'request-promise'; async function tell(id: string) { await request({ uri: ${url}, body: id }); }\nexport function add(id: string) { tell(id); }`,
    'sent in a method that every caller forgets': { code: `class Alerts { async raise(text) { await fetch(${url}, { method: 'POST', body: text }); } slow(ms) { if (ms > 10) this.raise('slow'); } }\nexport const alerts = new Alerts();`, language: 'js' },
    'a private method that its class does not name': `import { log } from './log'; export class Files { private async load(id: string) { log(await fetch(${url} + id)); } private read = async () => fetch(${url}); async #size() { return fetch(${url}); } list() { return []; } }`,
    'its own address, made of the request': `import { head } from './head'; function buildBaseUrl(req: any) { return 'https://' + head(req, 'x-host'); }\nexport async function POST(req: any) { const base = buildBaseUrl(req); return Response.json(await (await fetch(base + '/api/run')).json()); }`,
    'a worker of an edge runtime by its shape': `async function load() { return fetch(${url}); }\nexport default { async fetch(request: Request, env: unknown, ctx: unknown) { return load(); } };`,
    'a worker of an edge runtime, by name': `const worker = { fetch: async (request: Request, env: unknown) => fetch(${url}) } satisfies object;\nexport default worker;`,
    'browser code that names a type of a server\'s library': { code: `import { PresignedPost } from 'aws-sdk/clients/s3'; import { Pool } from 'pg'; import type { Job } from 'bullmq'; export const send = (target: PresignedPost, pool?: Pool, job?: Job) => fetch(${url} + target);`, filename: 'frontend/src/features/send.ts' },
    'a component': `export const View = () => { void fetch(${url}); return 1; };\nimport { useState } from 'react'; export const s = useState;`,
    'a function called fetch': `import { fetch } from './net'; export const f = () => fetch(${url});`,
    'a parameter called fetch': `export const f = (fetch: any) => fetch(${url});`,
    'a repository method called fetch': `export class Repo { fetch(id: string) { return id; } load() { return this.fetch('a'); } }`,
    'localhost': `export const f = () => fetch('http://localhost:11434/api/generate');`,
    'streamed body': `export async function f() { const r = await fetch(${url}); return new Response(r.body); }`,
    'piped body': `import { pipeline } from 'node:stream/promises'; export async function f(out: any) { const r = await fetch(${url}); await pipeline(r.body as any, out); }`,
    'read piece by piece': `export async function f() { const r = await fetch(${url}); const reader = r.body!.getReader(); return reader.read(); }`,
    'read piece by piece in a loop': `export async function f() { const r = await fetch(${url}); for await (const part of r.body as any) console.log(part); }`,
    'server-sent events': `export const f = () => fetch(${url}, { headers: { Accept: 'text/event-stream' } });`,
    'a socket that the connection becomes': `export const f = () => fetch(${url}, { headers: { Connection: 'Upgrade', Upgrade: 'websocket' } });`,
    'work after the answer': `import { after } from 'next/server'; export async function POST() { after(async () => { await fetch(${url}); }); return new Response('ok'); }`,
    'work after the answer, in functions of the file': `import { after } from 'next/server'; async function tell(id: string) { await fetch(${url} + id, { method: 'POST' }); } async function tellAll(ids: string[]) { for (const id of ids) await tell(id); } export async function POST() { after(() => tellAll(['a'])); return new Response('ok'); }`,
    'a body that is taken out of the answer and handed on': `export async function open() { const { body: stream, headers } = await fetch(${url}); return { stream, type: headers.get('content-type') }; }`,
    'a route on an edge runtime': { code: `export const runtime = 'edge'; export async function GET() { return Response.json(await (await fetch(${url})).json()); }`, filename: 'app/api/users/route.ts' },
    'pages that import types and constants of the database': { code: `import { OrderState, type Order } from '@prisma/client'; export const cancel = (order: Order) => order.state === OrderState.OPEN && fetch(${url}, { method: 'DELETE' });`, filename: 'components/orders.ts' },
    'model call on an edge runtime': { code: `import Anthropic from '@anthropic-ai/sdk'; export const runtime = 'edge'; const anthropic = new Anthropic(); export async function POST() { return Response.json(await anthropic.messages.create({ model: 'm', max_tokens: 1, messages: [] })); }`, filename: 'app/api/ask/route.ts' },
    'a stream of an answer': `import axios from 'axios'; export const f = () => axios.get(${url}, { responseType: 'stream' });`,
    'download piped to a file': `import https from 'node:https'; export const f = (out: any) => https.get(${url}, (res) => { res.pipe(out); });`,
    'axios with timeout': `import axios from 'axios'; export const f = () => axios.post(${url}, {}, { timeout: 5000 });`,
    'axios told to wait': `import axios from 'axios'; export const f = () => axios.get(${url}, { timeout: 0 });`,
    'axios with options in a constant': `import axios from 'axios'; const config = { timeout: 5000 }; export const f = () => axios.get(${url}, config);`,
    'axios with a cancel token': `import axios from 'axios'; export const f = (t: any) => axios.get(${url}, { cancelToken: t });`,
    'axios with options handed over': `import axios from 'axios'; export const f = (config: any) => axios.request(config);`,
    'axios instance with timeout': `import axios from 'axios'; const api = axios.create({ baseURL: 'https://a.example', timeout: 5000 }); export const f = () => api.get('/users');`,
    'instance in a field': `import axios, { AxiosInstance } from 'axios'; export class A { private api: AxiosInstance; constructor() { this.api = axios.create({ timeout: 5000 }); } f() { return this.api.get('/users'); } }`,
    'instance with options that come in': `import axios from 'axios'; export const make = (options: any) => axios.create(options);`,
    'instance whose defaults are set later': `import axios from 'axios'; const api = axios.create({ baseURL: 'https://a.example' }); api.defaults.timeout = 5000; export const f = () => api.get('/users');`,
    'defaults of the package': `import axios from 'axios'; axios.defaults.timeout = 5000; export const f = () => axios.get(${url});`,
    'interceptor that sets it': `import axios from 'axios'; const api = axios.create({ baseURL: 'https://a.example' }); api.interceptors.request.use((config) => { config.timeout = 5000; return config; }); export const f = () => api.get('/users');`,
    'injected instance': `import type { AxiosInstance } from 'axios'; export class A { constructor(private readonly api: AxiosInstance) {} f() { return this.api.get('/users'); } }`,
    'injected service': `import { HttpService } from '@nestjs/axios'; export class A { constructor(private readonly http: HttpService) {} f() { return this.http.get(${url}); } }`,
    'instance each of whose calls has its own': `import axios from 'axios'; const api = axios.create({ baseURL: 'https://a.example' }); export const f = () => api.get('/users', { timeout: 5000 });`,
    'got with timeout': `import got from 'got'; export const f = () => got(${url}, { timeout: { request: 5000 } });`,
    'got extended twice': `import got from 'got'; const base = got.extend({ timeout: { request: 5000 } }); const api = base.extend({ prefixUrl: 'https://a.example' }); export const f = () => api.get('users');`,
    'ky, which gives up after 10 s': `import ky from 'ky'; export const f = () => ky.get(${url});`,
    'superagent with a link': `import request from 'superagent'; export const f = () => request.get(${url}).set('a', 'b').timeout(5000);`,
    'needle with timeout': `import needle from 'needle'; export const f = () => needle('get', ${url}, { response_timeout: 5000 });`,
    'http with timeout': `import http from 'node:http'; export const f = (done: any) => http.get({ host: 'a.example', timeout: 5000 }, done);`,
    'http with a timeout set on the request': `import https from 'node:https'; export const f = (done: any) => { const req = https.request(${url}, done); req.setTimeout(5000, () => req.destroy()); req.end(); };`,
    'http with a listener': `import https from 'node:https'; export const f = (done: any) => { const req = https.request(${url}, done); req.on('timeout', () => req.destroy()); req.end(); };`,
    'http with options handed over': `import http from 'node:http'; export const f = (options: any, done: any) => http.request(options, done);`,
    'node-fetch 2 with its option': { code: nodeFetch(', { timeout: 5000 }'), filename: '/v2/src/users.ts' },
    'node-fetch of a version that may have the option': { code: nodeFetch(', { timeout: 5000 }'), filename: '/either/src/users.ts' },
    'node-fetch with the option of version 2': `import fetch from 'node-fetch'; export const f = () => fetch(${url}, { timeout: 5000 });`,
    'undici with timeouts': `import { request } from 'undici'; export const f = () => request(${url}, { headersTimeout: 5000 });`,
    'a global dispatcher with timeouts': `import { setGlobalDispatcher, Agent } from 'undici'; setGlobalDispatcher(new Agent({ headersTimeout: 5000 })); export const f = () => fetch(${url});`,
    'a race with a timer': `export const f = () => Promise.race([fetch(${url}), new Promise((_, reject) => setTimeout(reject, 5000))]);`,
    'a race with a timer, by name': `export async function f(timeout: Promise<never>) { const answer = fetch(${url}); return Promise.race([answer, timeout]); }`,
    'p-timeout': `import pTimeout from 'p-timeout'; export const f = () => pTimeout(fetch(${url}), { milliseconds: 5000 });`,
    'breaker with its default': `import CircuitBreaker from 'opossum'; async function load() { return fetch(${url}); } const breaker = new CircuitBreaker(load); export const f = () => breaker.fire();`,
    'breaker around a method': `import CircuitBreaker from 'opossum'; export class A { private breaker = new CircuitBreaker(this.load.bind(this)); async load() { return fetch(${url}); } }`,
    'cockatiel policy': `import { timeout, retry, handleAll, wrap } from 'cockatiel'; const policy = wrap(retry(handleAll, { maxAttempts: 2 }), timeout(5000, 'aggressive')); export const f = () => policy.execute(() => fetch(${url}));`,
    'a policy from another file': `import { IPolicy } from 'cockatiel'; export const f = (policy: IPolicy) => policy.execute(() => fetch(${url}));`,
    'an own wrapper that says what it is': `import { withTimeout } from './time'; export const f = () => withTimeout(fetch(${url}), 5000);`,
    'a wrapper that the settings name': { code: `import { safe } from './safe'; export const f = () => safe(() => fetch(${url}));`, settings: { resilience: ['safe'] } },
    'a decorator': `export class A { @Timeout(5000) load() { return fetch(${url}); } }\ndeclare const Timeout: any;`,
    'an operator behind it': `import { HttpService } from '@nestjs/axios'; import { timeout } from 'rxjs'; export class A { constructor(private http: HttpService) {} f() { return this.http.get(${url}).pipe(timeout(5000)); } }`,
    'test file': { code: `export const f = () => fetch(${url});`, filename: 'src/users.test.ts' },
    'script': { code: `export const f = () => fetch(${url});`, filename: 'scripts/load.ts' },
    'command-line program': `#!/usr/bin/env node\nfetch(${url});`,
    'program that runs once': `async function main() { const r = await fetch(${url}); console.log(r.status); } main();`,
    'example that a runner imports': { code: `export const run = async () => { const page = await fetch(${url}); console.log(await page.text()); };`, filename: 'examples/src/pages/read.ts' },
    'helpers of examples': { code: `export interface Page { text: string }\nexport async function read(): Promise<Page> { return (await fetch(${url})).json(); }\nexport function drop(id: string) { return fetch(${url} + id, { method: 'DELETE' }); }`, filename: 'examples/shared/src/lib/pages.ts' },
    'step of a program that ends when it fails': `import { execSync } from 'node:child_process'; export const version = process.env.VERSION; export async function checkTag(name: string) { const answer = await fetch('https://tags.example.com/' + name); if (!answer.ok) { console.error('no tags'); process.exit(1); } execSync('git tag ' + version); }`,
    'OpenAI client with timeout': `import OpenAI from 'openai'; export const openai = new OpenAI({ timeout: 60_000 });`,
    'OpenAI client with longer default allowed': { code: `import OpenAI from 'openai'; import express from 'express'; const app = express(); const openai = new OpenAI(); app.get('/', async (req, res) => { res.json(await openai.chat.completions.create({ model: 'm', messages: [] })); });`, options: { maxMs: 600_000 } },
    'OpenAI client that no request of the file waits for': `import OpenAI from 'openai'; export const openai = new OpenAI();`,
    'OpenAI client whose answers are streamed': `import OpenAI from 'openai'; import express from 'express'; const app = express(); const openai = new OpenAI(); app.get('/', async (req, res) => { const parts = await openai.chat.completions.create({ model: 'm', messages: [], stream: true }); for await (const part of parts) res.write(part); });`,
    'OpenAI client whose calls bring a limit': `import OpenAI from 'openai'; import express from 'express'; const app = express(); const openai = new OpenAI(); app.get('/', async (req, res) => { res.json(await openai.chat.completions.create({ model: 'm', messages: [] }, { timeout: 20_000 })); });`,
    'model call in the background': `import { generateText } from 'ai'; import { Worker } from 'bullmq'; new Worker('texts', async (job) => { await generateText({ model: job.data.model, prompt: 'a' }); });`,
    'Groq client, which gives up after a minute': `import Groq from 'groq-sdk'; export const groq = new Groq();`,
    'model call with a signal': `import { generateText } from 'ai'; export const f = (model: any) => generateText({ model, prompt: 'a', abortSignal: AbortSignal.timeout(60_000) });`,
    'model call that the platform ends': `import { generateText } from 'ai'; export const maxDuration = 60; export const f = (model: any) => generateText({ model, prompt: 'a' });`,
    'streamed model call': `import { streamText } from 'ai'; export const f = (model: any) => streamText({ model, prompt: 'a' });`,
    'Stripe, which gives up after 80 s': `import Stripe from 'stripe'; export const stripe = new Stripe('k');`,
    'mail transport': `import nodemailer from 'nodemailer'; export const mail = nodemailer.createTransport({ host: 'smtp.example.com' });`,
    'longer default of fetch allowed': { code: `export const f = () => fetch(${url});`, options: { maxMs: 300_000 } },
  },
  invalid: {
    'an instance and what extends it, once': { code: `import got from 'got'; export const api = got.extend({ prefixUrl: 'https://a.example' }); export const users = api.extend({ headers: { a: 'b' } });`, errors: [{ messageId: 'never', line: 1, column: 43, suggestions: 1 }] },
    'code in a folder of pages that loads a server\'s library': { code: `import { Pool } from 'pg'; const pool: Pool = new Pool(); export const send = async () => fetch(${url} + (await pool.query('SELECT 1')));`, filename: 'frontend/src/features/send.ts', errors: [{ messageId: 'late', suggestions: 1 }] },
    'in a function that one caller waits for': { code: `const tell = async (id: string) => { await fetch(${url} + id, { method: 'POST' }); };\nexport async function add(ids: string[]) { for (const id of ids) tell(id); await tell('all'); }`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'in a function that its caller drops, but that answers': { code: `async function load(res: any) { const page = await fetch(${url}); res.json(await page.json()); }\nexport function show(req: any, res: any) { load(res); }`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'in a function that answers for the one around it': { code: `export function show(req: any, res: any) { async function load() { const page = await fetch(${url}); res.json(await page.json()); } load(); }`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'in a function that is dropped, and handed on as well': { code: `import { every } from './every'; const tell = async () => { await fetch(${url}); };\nexport function start() { tell(); every(tell); }`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'in a loop that is started': { code: `async function poll() { for (;;) { await fetch(${url}); } }\nexport function start() { poll(); }`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'in what a constructor starts': { code: `export class Rates { constructor() { this.load(); } private async load() { await fetch(${url}); } }`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'in an exported function that its file drops': { code: `export async function tell() { await fetch(${url}); }\nexport function start() { tell(); }`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'a private method that its class hands on': { code: `import { run } from './run'; export class Files { list() { return run(this, 'load'); } private async load() { return fetch(${url}); } }`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'an address of others, made of the request': { code: `import { targetUrl } from './targets'; export async function POST(req: any) { return Response.json(await (await fetch(targetUrl(req))).json()); }`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'a server of Bun': { code: `async function load() { return fetch(${url}); }\nexport default { port: 3000, async fetch(request: Request, server: unknown) { return load(); } };`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'a function of the cloud that gets the request alone': { code: `export default { async fetch(request: Request) { return Response.json(await (await fetch(${url})).json()); } };`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'global fetch, or a package in its place': { code: `export async function f() { let get: any; try { get = globalThis.fetch; } catch { get = require('node-fetch'); } return get(${url}); }`, errors: [{ messageId: 'late', suggestions: 1 }] },
    'global fetch, or a package in its place, in an expression': { code: `const get = globalThis.fetch ?? require('node-fetch'); const either = typeof fetch === 'function' ? fetch : require('node-fetch');\nexport const f = () => get(${url}); export const g = () => either(${url});`, errors: [{ messageId: 'late', suggestions: 1 }, { messageId: 'late', suggestions: 1 }] },
    'a route on Node by its own word': { code: `export const runtime = 'nodejs'; export async function GET() { return Response.json(await (await fetch(${url})).json()); }`, filename: 'app/api/users/route.ts', errors: [{ messageId: 'late', suggestions: 1 }] },
    'in a method and a field, under ESLint\'s own parser, which knows no decorators': { code: `export class Users { load = () => fetch(${url}); read() { return fetch(${url}); } }`, language: 'js', errors: [{ messageId: 'late', suggestions: 1 }, { messageId: 'late', suggestions: 1 }] },
    'code of the server that imports the database client': { code: `import { PrismaClient } from '@prisma/client'; const db = new PrismaClient(); export const f = async () => { await fetch(${url}); return db.order.findMany(); };`, filename: 'components/orders.ts', errors: [{ messageId: 'late', suggestions: 1 }] },
    'fetch': {
      code: `export const f = () => fetch(${url});`,
      errors: [{ messageId: 'late', data: { call: 'fetch()', limit: 'signal: AbortSignal.timeout(30_000)', seconds: 300 }, line: 1, column: 24, endColumn: 29, suggestions: [{ messageId: 'add', data: { seconds: 30 }, output: `export const f = () => fetch(${url}, { signal: AbortSignal.timeout(30_000) });` }] }],
    },
    'fetch in JavaScript, with options over lines': {
      language: 'js',
      code: dedent`
        exports.f = async () => {
          return fetch(${url}, {
            method: 'POST', // create
            headers: { a: 'b' },
          });
        };
      `,
      sourceType: 'commonjs',
      errors: [{
        messageId: 'late',
        suggestions: [{
          messageId: 'add',
          output: dedent`
            exports.f = async () => {
              return fetch(${url}, {
                method: 'POST', // create
                headers: { a: 'b' },
                signal: AbortSignal.timeout(30_000),
              });
            };
          `,
        }],
      }],
    },
    'options in a constant': {
      code: `const options = { method: 'POST' }; export const f = () => fetch(${url}, options);`,
      errors: [{ messageId: 'late', suggestions: [{ messageId: 'add', output: `const options = { method: 'POST' }; export const f = () => fetch(${url}, { ...options, signal: AbortSignal.timeout(30_000) });` }] }],
    },
    'options that a function of the file returns': {
      code: `const options = () => ({ method: 'POST' }); export const f = () => fetch(${url}, options());`,
      errors: ['late'],
    },
    'timeout is no option of fetch': {
      code: `export const f = () => fetch(${url}, { method: 'POST', timeout: 5000 });`,
      errors: [{ messageId: 'ignored', suggestions: [{ messageId: 'replace', output: `export const f = () => fetch(${url}, { method: 'POST', signal: AbortSignal.timeout(5000) });` }] }],
    },
    'a signal without a timer': {
      code: `export class A { run() { const stop = new AbortController(); const answer = fetch(${url}, { signal: stop.signal }); if (this.stopped) stop.abort(); return answer; } stopped = false; }`,
      errors: [{ messageId: 'signal', suggestions: [{ messageId: 'any', output: `export class A { run() { const stop = new AbortController(); const answer = fetch(${url}, { signal: AbortSignal.any([stop.signal, AbortSignal.timeout(30_000)]) }); if (this.stopped) stop.abort(); return answer; } stopped = false; }` }] }],
    },
    'axios, renamed, with the config as third argument': {
      code: `import http from 'axios'; export const f = () => http.post(${url}, {}, { headers: {} });`,
      errors: [{ messageId: 'never', data: { call: 'http.post()', limit: 'timeout: 30_000' }, suggestions: [{ messageId: 'add', output: `import http from 'axios'; export const f = () => http.post(${url}, {}, { headers: {}, timeout: 30_000 });` }] }],
    },
    'axios with one object': {
      code: `const axios = require('axios'); module.exports = (data) => axios({ method: 'post', url: ${url}, data });`,
      language: 'js',
      sourceType: 'commonjs',
      errors: [{ messageId: 'never', suggestions: [{ messageId: 'add', output: `const axios = require('axios'); module.exports = (data) => axios({ method: 'post', url: ${url}, data, timeout: 30_000 });` }] }],
    },
    'axios with a URL in a parameter': {
      code: `import axios from 'axios'; export const f = (url: string) => axios(url);`,
      errors: [{ messageId: 'never', suggestions: [{ messageId: 'add', output: `import axios from 'axios'; export const f = (url: string) => axios(url, { timeout: 30_000 });` }] }],
    },
    'axios without a body to put the config behind': {
      code: `import axios from 'axios'; export const f = () => axios.post(${url});`,
      errors: ['never'],
    },
    'an instance is one cause': {
      code: dedent`
        import axios from 'axios';
        const api = axios.create({ baseURL: 'https://a.example' });
        export const users = () => api.get('/users');
        export const orders = () => api.get('/orders');
      `,
      errors: [{
        messageId: 'never',
        line: 2,
        suggestions: [{
          messageId: 'add',
          output: dedent`
            import axios from 'axios';
            const api = axios.create({ baseURL: 'https://a.example', timeout: 30_000 });
            export const users = () => api.get('/users');
            export const orders = () => api.get('/orders');
          `,
        }],
      }],
    },
    'an exported instance': {
      code: `import axios from 'axios'; export const api = axios.create();`,
      errors: [{ messageId: 'never', suggestions: [{ messageId: 'add', output: `import axios from 'axios'; export const api = axios.create({ timeout: 30_000 });` }] }],
    },
    'an instance in a typed field': {
      code: `import axios, { AxiosInstance } from 'axios'; export class A { private api: AxiosInstance; constructor() { this.api = axios.create({ baseURL: 'https://a.example' }); } f() { return this.api.get('/users'); } }`,
      errors: [{ messageId: 'never', suggestions: 1 }],
    },
    'a chosen method': {
      code: `import axios from 'axios'; export const f = (write: boolean, url: string) => (write ? axios.post : axios.get)(url);`,
      errors: ['never'],
    },
    'got': {
      code: `import got from 'got'; export const f = (url: string) => got(url).json();`,
      errors: [{ messageId: 'never', suggestions: [{ messageId: 'add', output: `import got from 'got'; export const f = (url: string) => got(url, { timeout: { request: 30_000 } }).json();` }] }],
    },
    'extended got': {
      code: `import got from 'got'; const api = got.extend({ prefixUrl: 'https://a.example' }); export const f = () => api.get('users');`,
      errors: [{ messageId: 'never', suggestions: [{ messageId: 'add', output: `import got from 'got'; const api = got.extend({ prefixUrl: 'https://a.example', timeout: { request: 30_000 } }); export const f = () => api.get('users');` }] }],
    },
    'superagent': {
      code: `import request from 'superagent'; export const f = () => request.get(${url}).set('a', 'b');`,
      errors: ['never'],
    },
    'needle': {
      code: `import needle from 'needle'; export const f = () => needle.get(${url});`,
      errors: [{ messageId: 'never', suggestions: 1 }],
    },
    'node-fetch 2, whose option works on each version of Node': {
      language: 'js',
      filename: '/v2/src/users.js',
      code: nodeFetch(),
      errors: [{ messageId: 'never', data: { call: 'fetch()', limit: 'timeout: 30_000' }, suggestions: [{ messageId: 'add', output: nodeFetch(', { timeout: 30_000 }') }] }],
    },
    'node-fetch 2 in TypeScript': {
      uncompiled: 'version 3 is installed, whose types have no timeout',
      filename: '/v2/src/users.ts',
      code: nodeFetch(`, { method: 'POST' }`),
      errors: [{ messageId: 'never', suggestions: [{ messageId: 'add', output: nodeFetch(`, { method: 'POST', timeout: 30_000 }`) }] }],
    },
    'node-fetch 3 in TypeScript': {
      filename: '/v3/src/users.ts',
      code: nodeFetch(),
      errors: [{ messageId: 'never', suggestions: [{ messageId: 'add', output: nodeFetch(', { signal: AbortSignal.timeout(30_000) }') }] }],
    },
    'node-fetch 3, which ignores the option of version 2': {
      filename: '/v3/src/users.ts',
      code: nodeFetch(', { timeout: 5000 }'),
      errors: [{ messageId: 'ignored', suggestions: [{ messageId: 'replace', output: nodeFetch(', { signal: AbortSignal.timeout(5000) }') }] }],
    },
    'node-fetch of a version that may be either': {
      filename: '/either/src/users.ts',
      code: nodeFetch(),
      errors: [{ messageId: 'never', suggestions: 0 }],
    },
    'a package for versions of Node without signals of timers': {
      language: 'js',
      filename: '/old/src/users.js',
      code: nodeFetch(),
      errors: [{ messageId: 'never', data: { call: 'fetch()', limit: 'signal: controller.signal' }, suggestions: 0 }],
    },
    'a package that also runs on new versions of Node': {
      language: 'js',
      filename: '/new/src/users.js',
      code: nodeFetch(),
      errors: [{ messageId: 'never', suggestions: [{ messageId: 'add', output: nodeFetch(', { signal: AbortSignal.timeout(30_000) }') }] }],
    },
    'node-fetch in TypeScript, whose version 2 has a type of its own for signals': {
      code: `import fetch from 'node-fetch'; export const f = () => fetch(${url});`,
      errors: [{ messageId: 'never', suggestions: 0 }],
    },
    'node-fetch': {
      language: 'js',
      code: `import fetch from 'node-fetch'; export const f = () => fetch(${url});`,
      errors: [{ messageId: 'never', suggestions: [{ messageId: 'add', output: `import fetch from 'node-fetch'; export const f = () => fetch(${url}, { signal: AbortSignal.timeout(30_000) });` }] }],
    },
    'http with a callback': {
      code: `import { get } from 'node:https'; export const f = (done: (r: unknown) => void) => get(${url}, (res) => { res.on('data', done); });`,
      errors: ['never'],
    },
    'http with options': {
      code: `import http from 'http'; export const f = (done: any) => { const req = http.request({ host: 'a.example', path: '/' }, done); req.end(); };`,
      errors: [{ messageId: 'never', suggestions: [{ messageId: 'add', output: `import http from 'http'; export const f = (done: any) => { const req = http.request({ host: 'a.example', path: '/', signal: AbortSignal.timeout(30_000) }, done); req.end(); };` }] }],
    },
    'undici': {
      code: `import { request } from 'undici'; export const f = () => request(${url}, { method: 'POST' });`,
      errors: [{ messageId: 'late', suggestions: [{ messageId: 'add', output: `import { request } from 'undici'; export const f = () => request(${url}, { method: 'POST', signal: AbortSignal.timeout(30_000) });` }] }],
    },
    'a dispatcher that sets nothing': {
      code: `import { setGlobalDispatcher, ProxyAgent } from 'undici'; setGlobalDispatcher(new ProxyAgent('http://proxy.example:3128')); export const f = () => fetch(${url});`,
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'a retry is no limit': {
      code: `import pRetry from 'p-retry'; export const f = () => pRetry(() => fetch(${url}), { retries: 3 });`,
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'a chain': {
      code: `export const f = () => fetch(${url}).then((r) => r.json()).catch(() => null);`,
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'a handler file without exports': {
      code: `import express from 'express'; const app = express(); app.get('/', async (req, res) => { res.json(await (await fetch(${url})).json()); });`,
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'a server action in a package with a user interface': {
      code: `'use server';\nimport type { ReactNode } from 'react';\nexport async function load(): Promise<ReactNode> { return (await fetch(${url})).text(); }`,
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'function that runs after the answer, and also before': {
      code: `import { after } from 'next/server'; async function tell() { await fetch(${url}); } export async function POST() { await tell(); after(() => tell()); return new Response('ok'); }`,
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'exported function that the file calls after the answer': {
      code: `import { after } from 'next/server'; export async function tell() { await fetch(${url}); } export async function POST() { after(() => tell()); return new Response('ok'); }`,
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'example that serves': {
      code: `export default { async fetch(request: Request) { const page = await fetch(${url}); return new Response(await page.text()); } };`,
      filename: 'examples/worker/src/index.ts',
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'tool among examples': {
      code: `import { createTool } from '../kit'; export const rates = createTool({ name: 'rates', handler: async () => (await fetch(${url})).json() });`,
      filename: 'examples/assistant/tools/rates.ts',
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'helper of a server, though a function beside it ends the process': {
      code: `export function stop() { process.exit(0); }\nexport async function rates() { return (await fetch(${url})).json(); }`,
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'start of a server that ends when it fails': {
      code: `import express from 'express'; export async function start() { const app = express(); const keys = await fetch(${url}); if (!keys.ok) process.exit(1); app.listen(3000); }`,
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'OpenAI client': {
      code: `import OpenAI from 'openai'; import express from 'express'; const app = express(); const openai = new OpenAI(); app.get('/', async (req, res) => { res.json(await openai.chat.completions.create({ model: 'm', messages: [] })); });`,
      errors: [{ messageId: 'late', data: { call: 'new OpenAI()', limit: 'timeout: 120_000', seconds: 600 }, suggestions: [{ messageId: 'add', output: `import OpenAI from 'openai'; import express from 'express'; const app = express(); const openai = new OpenAI({ timeout: 120_000 }); app.get('/', async (req, res) => { res.json(await openai.chat.completions.create({ model: 'm', messages: [] })); });` }] }],
    },
    'OpenAI client on request': {
      code: `import OpenAI from 'openai'; export const openai = new OpenAI();`,
      options: { clients: true },
      errors: [{ messageId: 'late', suggestions: [{ messageId: 'add', output: `import OpenAI from 'openai'; export const openai = new OpenAI({ timeout: 120_000 });` }] }],
    },
    'model call': {
      code: `import { generateText } from 'ai'; import express from 'express'; const app = express(); app.get('/', async (req, res) => { res.json(await generateText({ model: req.body.model, prompt: 'a' })); });`,
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'another limit to write': {
      code: `export const f = () => fetch(${url});`,
      options: { defaultMs: 1500 },
      errors: [{ messageId: 'late', suggestions: [{ messageId: 'add', data: { seconds: 1.5 }, output: `export const f = () => fetch(${url}, { signal: AbortSignal.timeout(1_500) });` }] }],
    },
    'a shorter default that is too long': {
      code: `import ky from 'ky'; export const f = () => ky.get(${url});`,
      options: { maxMs: 5000 },
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
    'drivers on request': {
      code: `import nodemailer from 'nodemailer'; export const mail = nodemailer.createTransport({ host: 'smtp.example.com' });`,
      options: { clients: true },
      errors: [{ messageId: 'late', suggestions: 1 }],
    },
  },
});
