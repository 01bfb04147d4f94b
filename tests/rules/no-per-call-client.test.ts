import dedent from 'dedent';
import rule from '../../src/rules/p012-singleton/no-per-call-client.js';
import { testRule, type Case, type InvalidCase } from '../helpers/rule-tester.js';

const url = 'process.env.REDIS_URL';
const express = `import express from 'express'; const app = express();`;

/** Cases of functions of which nobody knows how often they run. */
function anywhere<T extends Case>(cases: Record<string, T | string>): Record<string, T> {
  return Object.fromEntries(Object.entries(cases).map(([name, one]) => {
    const each = typeof one === 'string' ? { code: one } as T : one;
    return [name, { ...each, options: { anyFunction: true, ...each.options } }];
  }));
}

testRule(rule, {
  valid: {
    ...anywhere<Case>({
    'HTTP client that is shut down in the call': { code: `import { PostHog } from 'posthog-node'; export async function track(events: Event[]) { const client = new PostHog(key); for (const event of events) client.capture(event); await client.shutdown(); }`, options: { httpOnly: true } },
    'HTTP client that gets the tokens of a user': { code: `import { OAuth2Client } from 'google-auth-library'; export async function profile(code: string) { const client = new OAuth2Client(id, secret); const { tokens } = await client.getToken(code); client.setCredentials(tokens); return client.request({ url }); }`, options: { httpOnly: true } },
    'HTTP client, without the option': `import OpenAI from 'openai'; export async function ask(q: string) { const openai = new OpenAI(); return openai.models.retrieve(q); }`,
    'database file that is opened for a job and closed': `import express from 'express'; import Database from 'better-sqlite3'; const app = express(); app.post('/restore', (req, res) => { const db = new Database('backup.db'); db.exec('VACUUM'); db.close(); res.end(); });`,
    'module level': `import { Redis } from 'ioredis'; export const redis = new Redis();`,
    'memoized getter': `import { Redis } from 'ioredis'; let r; export const getRedis = () => (r ??= new Redis());`,
    'factory that hands out what it makes': `import { Redis } from 'ioredis'; export function getRedisInstance() { const r = new Redis(); r.on('error', () => {}); return r; }`,
    'anonymous loader that returns what it makes': `import mongoose from 'mongoose'; export default async () => { const c = await mongoose.connect(process.env.DB); return c.connection.db; };`,
    'connecting the process-wide default connection in start-up code': `import mongoose from 'mongoose'; export async function initialize() { await mongoose.connect(process.env.DB); }`,
    'connecting it in a handler: it returns at once when connected': `import mongoose from 'mongoose'; import express from 'express'; const app = express(); app.get('/', async (req, res) => { await mongoose.connect(process.env.DB); res.json(await mongoose.model('A').find()); });`,
    'a callback that gets the client': `import amqp from 'amqplib/callback_api'; export class Broker { connection?: unknown; connect(url: string) { amqp.connect(url, (error, connection) => { this.connection = connection; }); } }`,
    'worker of another package': `import { Worker } from 'node:worker_threads'; export function run(file) { const w = new Worker(file); w.postMessage(1); }`,
    'client of an unknown package': `import { Client } from './billing'; export async function bill(id) { const c = new Client(); await c.charge(id); }`,
    'class of the same name': `class Redis { get() {} } export function f() { const r = new Redis(); return r.get('a'); }`,
    'class that extends a client and makes its pool before super()': `import { PrismaClient } from '@prisma/client'; import { Pool } from 'pg'; import { PrismaPg } from '@prisma/adapter-pg'; export class Db extends PrismaClient { constructor() { const pool = new Pool(); super({ adapter: new PrismaPg(pool) }); } }`,
    'functions that start something': `import amqp from 'amqplib'; import { connect } from 'nats'; export async function startMailer(url: string) { const c = await amqp.connect(url); await c.createChannel(); } export async function brokerInitialize(url: string) { const c = await amqp.connect(url); await c.createChannel(); } export function watchOrders(servers: string) { (async () => { const n = await connect({ servers }); n.publish('a'); })(); }`,
    'a subscriber': `import { connect } from 'nats'; export async function orders(servers: string, take: (m: unknown) => void) { const nats = await connect({ servers }); for await (const message of nats.subscribe('orders')) take(message); }`,
    'a factory of channels': `import amqp from 'amqplib'; export const open = async (url: string) => { const connection = await amqp.connect(url); const channel = await connection.createChannel(); await channel.assertQueue('a'); return channel; };`,
    'an administrator\'s connection that is closed': `import postgres from 'postgres'; export async function repairOwnership(name: string) { const sql = postgres('postgres://db'); try { await sql\`reassign owned\`; return name; } finally { await sql.end(); } }`,
    'subscription of its own': `import { Redis } from 'ioredis'; export async function follow(id, cb) { const s = new Redis(); s.on('message', cb); await s.subscribe(id); }`,
    'transaction on a connection of its own': `import { Client } from 'pg'; export async function pay(id) { const c = new Client(); await c.connect(); await c.query('BEGIN'); await c.query('COMMIT'); await c.end(); }`,
    'LISTEN': `import { Client } from 'pg'; export async function follow() { const c = new Client(); await c.connect(); await c.query('LISTEN orders'); }`,
    'connection test with the call\'s own credentials': `import { Client } from 'pg'; export async function test(connectionString: string) { const c = new Client({ connectionString }); await c.connect(); await c.end(); }`,
    'pool per tenant in a cache': `import { Pool } from 'pg'; const pools = new Map(); export function poolOf(t: string) { let p = pools.get(t); if (!p) { p = new Pool({ database: t }); pools.set(t, p); } return p; }`,
    'provider of a container': `import { Redis } from 'ioredis'; export const provider = { provide: 'REDIS', useFactory: () => { const r = new Redis(); return r; } };`,
    'runtime that binds connections to the request': `import { Hono } from 'hono'; import { Pool } from 'pg'; const app = new Hono(); app.get('/', async (c) => { const pool = new Pool({ connectionString: c.env.DB.connectionString }); return c.json((await pool.query('select 1')).rows); });`,
    'runtime that binds connections to the request, through a helper': `import { Hono } from 'hono'; import { env } from 'hono/adapter'; import { Pool } from 'pg'; const app = new Hono(); const make = (url: string) => { const pool = new Pool({ connectionString: url }); return pool; }; app.get('/', async (c) => { const { DB } = env(c); const db = make(DB); return c.json((await db.query('select 1')).rows); });`,
    'HTTP-only SDK client': `import OpenAI from 'openai'; export async function ask(q) { const openai = new OpenAI(); return openai.chat.completions.create({ model: 'm', messages: q }); }`,
    'a queue on a connection that another file makes': `import { Queue } from 'bullmq'; import express from 'express'; import { connection } from './redis'; const app = express(); app.get('/dead', async (req, res) => { const dead = new Queue('dead', { connection }); res.json(await dead.getJobs()); });`,
    'events of its own': `import { QueueEvents } from 'bullmq'; export async function run(id: string) { const events = new QueueEvents('mail'); events.on('completed', () => {}); return events.waitUntilReady(); }`,
    'preparation that answers nothing': `import mysql from 'mysql2/promise'; export class Database { static async prepare() { const c = await mysql.createConnection({ host: 'db' }); await c.execute('CREATE DATABASE IF NOT EXISTS shop'); await c.end(); } }`,
    'HTTP client for a region that the call decides later': { code: `import { STSClient } from '@aws-sdk/client-sts'; export async function open(account: { region?: string; regions: string[] }) { const first = account.regions[0] ?? account.region; let region: string; if (first) { region = first; } else { throw new Error('no region'); } const sts = new STSClient({ region }); return (await sts.send(command)).id; }`, options: { httpOnly: true } },
    'HTTP client with a key that takes turns': { code: `import OpenAI from 'openai'; import { getRotatingKey } from './keys'; export async function ask(q: string) { const apiKey = getRotatingKey('openai'); const openai = new OpenAI({ apiKey }); return openai.models.retrieve(q); }`, options: { httpOnly: true } },
    'credential read from what the function puts into the environment': { code: `import { DefaultAzureCredential } from '@azure/identity'; export async function scan(account: { tenant: string }) { process.env.AZURE_TENANT_ID = account.tenant; const credential = new DefaultAzureCredential(); return (await credential.getToken('scope')).token; }`, options: { httpOnly: true } },
    'agent that lives on in a function that another hands out': `import { Agent, request } from 'undici'; export const pinned = (address: string) => open(address).send; export function open(address: string) { const agent = new Agent({ connect: { lookup: lookupOf(address) } }); return { send: (url: string) => request(url, { dispatcher: agent }), agent }; }`,
    'HTTP client with the credentials of the call': { code: `import OpenAI from 'openai'; export async function ask(apiKey: string, q: string) { const openai = new OpenAI({ apiKey }); return openai.models.retrieve(q); }`, options: { httpOnly: true } },
    'browser of a session that was opened first': `import { chromium } from 'playwright'; export async function search(q: string) { const session = await open(q); const browser = await chromium.connectOverCDP(session.url); return browser.version(); }`,
    'a factory whose product is taken apart and handed on': `import { Client } from '@elastic/elasticsearch'; function prepare(node: string) { const client = new Client({ node }); return { client, index: 'a' }; } export class Search { async init(node: string) { const { client, index } = prepare(node); return makeStore(client, index); } }`,
    'memoized by a function called at once': `import { pipeline } from '@huggingface/transformers'; export class Ranker { ready: any; private load() { if (!this.ready) { this.ready = (async () => { const model = await pipeline('rank', 'x'); return { model }; })(); } return this.ready; } async rank(q: string) { const { model } = await this.load(); return model(q); } }`,
    'configuration read by a function of its own': `import { config } from 'dotenv'; export function loadEnvFiles(path: string) { config({ path: '.env' }); return path; }`,
    'an example program': `import { pipeline } from '@huggingface/transformers'; export const run = async () => { const ask = await pipeline('question-answering'); return ask('a', 'b'); };`,
    'a batch that tells its progress': `import { pipeline } from '@huggingface/transformers'; export async function embedAll(limit?: number) { console.log('start'); console.log('loading'); const model = await pipeline('feature-extraction'); console.log('loaded'); console.log('run'); for (const row of await rows(limit)) await model(row.text); console.log('done'); console.log('index'); console.log('indexed'); console.log('end'); return limit; }`,
    'a browser for a caller who keeps it': `import puppeteer from 'puppeteer'; export async function openBrowser() { const browser = await puppeteer.launch(); return browser; }`,
    'a tokenizer at module level': `import { get_encoding } from 'tiktoken'; const encoding = get_encoding('cl100k_base'); export const count = (text: string) => encoding.encode(text).length;`,
    'functions of a tokenizer that share one vocabulary': `import { encode } from 'gpt-tokenizer'; export const count = (text: string) => encode(text).length;`,
    'a model of a class with a cache': `import { InferenceSession } from 'onnxruntime-node'; export class Ranker { private session?: Promise<InferenceSession>; async rank(input: any) { this.session ??= InferenceSession.create('model.onnx'); return (await this.session).run(input); } }`,
    'configuration at module level': `import { readFileSync } from 'node:fs'; const config = JSON.parse(readFileSync('config.json', 'utf8')); export const limit = () => config.limit;`,
    'configuration read by a function of its own, parsed': `import { readFileSync } from 'node:fs'; export function loadConfig() { return JSON.parse(readFileSync('config.json', 'utf8')); }`,
    'data read in a handler': `import fs from 'node:fs'; import express from 'express'; const app = express(); app.get('/', (req, res) => { res.json(JSON.parse(fs.readFileSync('users.json', 'utf8'))); });`,
    'a file of the request': `import fs from 'node:fs'; import express from 'express'; const app = express(); app.get('/:id', (req, res) => { res.json(JSON.parse(fs.readFileSync('plugins/' + req.params.id + '/manifest.json', 'utf8'))); });`,
    'configuration that a handler also writes': `import fs from 'node:fs'; import express from 'express'; const app = express(); app.put('/config', (req, res) => { fs.writeFileSync('config.json', JSON.stringify(req.body)); res.end(); }); app.get('/config', (req, res) => { res.json(JSON.parse(fs.readFileSync('config.json', 'utf8'))); });`,
    'configuration of a nightly job': `import cron from 'node-cron'; import fs from 'node:fs'; cron.schedule('0 0 * * *', () => { const config = JSON.parse(fs.readFileSync('config.json', 'utf8')); clean(config); });`,
    'a memoized read': `import fs from 'node:fs'; import express from 'express'; const app = express(); let config: any; app.get('/', (req, res) => { config ??= JSON.parse(fs.readFileSync('config.json', 'utf8')); res.json(config.limit); });`,
    'an allowed read': { code: `import fs from 'node:fs'; import express from 'express'; const app = express(); app.get('/', (req, res) => { res.json(JSON.parse(fs.readFileSync('config.json', 'utf8'))); });`, options: { allow: ['fs.readFileSync'] } },
    'a browser that is closed again': `import { chromium as browsers } from 'playwright'; export async function shot(url: string) { const browser = await browsers.launch(); const page = await browser.newPage(); await page.goto(url); const png = await page.screenshot(); await browser.close(); return png; }`,
    'a remote browser for one job, closed at its end': `import { chromium } from 'playwright'; export async function print(id: string) { const url = process.env.BROWSERS; let browser; if (url) { browser = await chromium.connectOverCDP(url); } else { browser = await chromium.launch(); } const page = await browser.newPage(); const pdf = await page.pdf(); void browser.close(); return pdf; }`,
    'a handle that copies the database file': `import sqlite3 from 'sqlite3'; import { file } from './paths'; export class Backups { make(target: string) { const db = new sqlite3.Database(file); const copy = db.backup(target); copy.step(-1); return copy; } }`,
    'a WebSocket server for an app that is set up': `import WebSocket from 'ws'; export default function init(app: unknown, server: any) { const wss = new WebSocket.Server({ noServer: true }); server.on('upgrade', (request: any, socket: any, head: any) => wss.handleUpgrade(request, socket, head, () => {})); }`,
    'kept by a caller that asks for it when there is none, wrapped in a result': `import { S3Client } from '@aws-sdk/client-s3'; import { ok, fail } from './result'; let kept: S3Client | undefined; const open = () => { try { const client = new S3Client({ region: process.env.REGION }); return ok(client); } catch { return fail('no storage'); } }; export const shared = () => { if (!kept) { const result = open(); if (result.ok) kept = result.data; } return kept; };`,
    'kept on a global object by a function called at once, wrapped in a result': `import { createClient } from 'redis'; import { ok } from './result'; import { Cache } from './cache'; const held = globalThis as any; async function open() { const client = createClient({ url: process.env.REDIS_URL }); await client.connect(); return ok(client); } export async function cache() { if (held.cache) return held.cache; held.starting = (async () => { const opened = await open(); if (!opened.ok) return opened; const client = opened.data; const made = new Cache(client); held.cache = made; return ok(made); })(); return held.starting; }`,
    'test file': { code: `import { Redis } from 'ioredis'; export async function clean() { const r = new Redis(); await r.flushall(); }`, filename: 'src/redis.test.ts' },
    'script': { code: `#!/usr/bin/env node\nimport { Redis } from 'ioredis'; export async function clean() { const r = new Redis(); await r.flushall(); }` },
    'allowed package': { code: `import { Redis } from 'ioredis'; export async function f() { const r = new Redis(); return r.get('a'); }`, options: { allow: ['ioredis'] } },
    'allowed export': { code: `import { Client } from 'pg'; export async function f() { const c = new Client(); await c.connect(); }`, options: { allow: ['pg.Client'] } },
    'start-up code': { code: `const Redis = require('ioredis'); async function main() { const r = new Redis(); await r.get('a'); } main();`, language: 'js', sourceType: 'commonjs' },
    }),
    'an exported function: nobody knows how often it runs': `import { Redis } from 'ioredis'; export async function load(id: string) { const r = new Redis(); return r.get(id); }`,
    'a method of an exported class': `import { Client } from 'pg'; export class Orders { async find(id: string) { const c = new Client(); await c.connect(); return c.query('SELECT 1', [id]); } }`,
    'a helper of one': { code: `const { Pool } = require('pg'); const query = (sql) => { const pool = new Pool(); return pool.query(sql); }; exports.count = () => query('SELECT 1');`, language: 'js', sourceType: 'commonjs' },
    'topics that a handler has made': `import { Kafka } from 'kafkajs'; ${express} const kafka = new Kafka({ brokers: ['k'] }); app.post('/topics', async (req, res) => { const admin = kafka.admin(); await admin.connect(); await admin.createTopics({ topics: [{ topic: req.body.name }] }); await admin.disconnect(); res.end(); });`,
    'a look into the database by an operator, closed again': { code: `import { Redis } from 'ioredis'; ${express} app.get('/leaders', async (req, res) => { const redis = new Redis(); try { res.json(await redis.get('leader')); } finally { await redis.quit(); } });`, filename: 'src/routes/admin/leaders.ts' },
    'the same, told by a name': `import postgres from 'postgres'; ${express} app.post('/tenants', async (req, res) => { const adminSql = postgres('postgres://db'); try { await adminSql\`create database a\`; } finally { await adminSql.end(); } res.end(); });`,
    'JSON, which the engine parses': `import { readFileSync } from 'node:fs'; ${express} app.get('/limits', (req, res) => { res.json(JSON.parse(readFileSync('limits.config.json', 'utf8')).requests); });`,
  },
  invalid: {
    ...anywhere<InvalidCase>({
    'a part that is read from a client, not handed out': { code: `import { Redis } from 'ioredis'; function open() { return new Redis(); } export async function statusOf(id: string) { const redis = open(); await redis.ping(); return redis.status; }`, output: `import { Redis } from 'ioredis'; let redis: Redis | undefined;\nfunction getRedis(): Redis {\n  return (redis ??= new Redis());\n}\n\nfunction open() { return getRedis(); } export async function statusOf(id: string) { const redis = open(); await redis.ping(); return redis.status; }`, errors: ['perCall'] },
    'HTTP client after a constant of the environment is set': { code: `import OpenAI from 'openai'; export async function ask(q: string) { process.env.OPENAI_LOG = 'debug'; const openai = new OpenAI(); return openai.models.retrieve(q); }`, output: `import OpenAI from 'openai'; let openAI: OpenAI | undefined;\nfunction getOpenAI(): OpenAI {\n  return (openAI ??= new OpenAI());\n}\n\nexport async function ask(q: string) { process.env.OPENAI_LOG = 'debug'; const openai = getOpenAI(); return openai.models.retrieve(q); }`, options: { httpOnly: true }, errors: [{ messageId: 'perCall', data: { client: 'new OpenAI()', cost: 'sets up an SDK client of its own', function: '`ask`' } }] },
    'exported function in TypeScript': {
      code: dedent`
        import { Redis } from 'ioredis';

        /** The user's cart. */
        export async function loadCart(id: string) {
          const redis = new Redis(${url}!);
          return redis.hgetall(id);
        }
      `,
      errors: [{ messageId: 'perCall', data: { client: 'new Redis()', cost: 'opens a TCP connection', function: '`loadCart`' }, line: 5, column: 17 }],
      output: dedent`
        import { Redis } from 'ioredis';

        let redis: Redis | undefined;
        function getRedis(): Redis {
          return (redis ??= new Redis(${url}!));
        }

        /** The user's cart. */
        export async function loadCart(id: string) {
          const redis = getRedis();
          return redis.hgetall(id);
        }
      `,
    },
    'CommonJS handler in JavaScript': {
      code: dedent`
        const express = require('express');
        const Redis = require('ioredis');
        const app = express();

        app.get('/cart', async (req, res) => {
          const redis = new Redis({ host: 'cache' }); // one per request
          res.json(await redis.hgetall('cart'));
        });
      `,
      language: 'js',
      sourceType: 'commonjs',
      errors: ['perCall'],
      output: dedent`
        const express = require('express');
        const Redis = require('ioredis');
        const app = express();

        let redis;
        function getRedis() {
          return (redis ??= new Redis({ host: 'cache' }));
        }

        app.get('/cart', async (req, res) => {
          const redis = getRedis(); // one per request
          res.json(await redis.hgetall('cart'));
        });
      `,
    },
    'older syntax': {
      code: `import Redis from 'ioredis';\n\nexport async function f() {\n  const r = new Redis();\n  return r.get('a');\n}\n`,
      language: 'js',
      ecmaVersion: 2020,
      errors: ['perCall'],
      output: `import Redis from 'ioredis';\n\nlet redis;\nfunction getRedis() {\n  if (!redis) redis = new Redis();\n  return redis;\n}\n\nexport async function f() {\n  const r = getRedis();\n  return r.get('a');\n}\n`,
    },
    'renamed import, method of an exported class': {
      code: dedent`
        import { PrismaClient as Db } from '@prisma/client';

        export class Orders {
          async find(id: string) {
            const db = new Db();
            return db.order.findUnique({ where: { id } });
          }
        }
      `,
      errors: ['perCall'],
      output: dedent`
        import { PrismaClient as Db } from '@prisma/client';

        let db: Db | undefined;
        function getDb(): Db {
          return (db ??= new Db());
        }

        export class Orders {
          async find(id: string) {
            const db = getDb();
            return db.order.findUnique({ where: { id } });
          }
        }
      `,
    },
    'two functions with the same client share one getter': {
      code: dedent`
        import { Redis } from 'ioredis';

        export async function a() {
          const redis = new Redis(${url}!);
          return redis.get('a');
        }

        export async function b() {
          const redis = new Redis(${url}!);
          return redis.get('b');
        }
      `,
      errors: ['perCall', 'perCall'],
      output: [
        dedent`
          import { Redis } from 'ioredis';

          let redis: Redis | undefined;
          function getRedis(): Redis {
            return (redis ??= new Redis(${url}!));
          }

          export async function a() {
            const redis = getRedis();
            return redis.get('a');
          }

          export async function b() {
            const redis = new Redis(${url}!);
            return redis.get('b');
          }
        `,
        dedent`
          import { Redis } from 'ioredis';

          let redis: Redis | undefined;
          function getRedis(): Redis {
            return (redis ??= new Redis(${url}!));
          }

          export async function a() {
            const redis = getRedis();
            return redis.get('a');
          }

          export async function b() {
            const redis = getRedis();
            return redis.get('b');
          }
        `,
      ],
    },
    'asynchronous construction': {
      code: dedent`
        import { MongoClient } from 'mongodb';

        export async function count() {
          const client = await MongoClient.connect(process.env.MONGO_URL!);
          return client.db('shop').collection('orders').countDocuments();
        }
      `,
      errors: ['perCall'],
      output: dedent`
        import { MongoClient } from 'mongodb';

        let mongoClient: Promise<MongoClient> | undefined;
        function getMongoClient(): Promise<MongoClient> {
          return (mongoClient ??= MongoClient.connect(process.env.MONGO_URL!).catch((error: unknown) => {
            mongoClient = undefined;
            throw error;
          }));
        }

        export async function count() {
          const client = await getMongoClient();
          return client.db('shop').collection('orders').countDocuments();
        }
      `,
    },
    'closed in the same function': {
      code: dedent`
        import { Redis } from 'ioredis';

        export async function size() {
          const redis = new Redis();
          const n = await redis.dbsize();
          await redis.quit();
          return n;
        }
      `,
      errors: [{
        messageId: 'perCall',
        suggestions: [{
          messageId: 'memoize',
          output: dedent`
            import { Redis } from 'ioredis';

            let redis: Redis | undefined;
            function getRedis(): Redis {
              return (redis ??= new Redis());
            }

            export async function size() {
              const redis = getRedis();
              const n = await redis.dbsize();
              return n;
            }
          `,
        }],
      }],
    },
    'made from a field: one per instance': {
      code: `import { MongoClient } from 'mongodb'; export class Memory { url = ''; async read(id: string) { const client = new MongoClient(this.url); return client.db().collection('m').findOne({ id }); } }`,
      errors: ['perInstance'],
    },
    'a pool handed to the client that works on it is one cause': {
      code: `import { Pool } from 'pg'; import { PrismaPg } from '@prisma/adapter-pg'; import { PrismaClient } from '@prisma/client'; export async function f(id: string) { const pool = new Pool(); const adapter = new PrismaPg(pool); const db = new PrismaClient({ adapter }); return db.user.findUnique({ where: { id } }); }`,
      errors: [{ messageId: 'perCall', data: { client: 'new PrismaClient()', cost: 'sets up a connection pool of its own', function: '`f`' } }],
    },
    'two branches are one cause': {
      code: `import { Redis } from 'ioredis'; export async function f(id: string) { const r = process.env.TLS ? new Redis({ tls: {} }) : new Redis(); return r.get(id); }\nexport async function g(id: string) { let r: Redis; if (id) { r = new Redis(1); } else { r = new Redis(2); } return r.get(id); }`,
      errors: ['perCall', 'perCall'],
    },
    'a helper that makes it, called by an exported function': {
      code: `import { Redis } from 'ioredis'; export class Memory { options = {}; private connect() { const r = new Redis(this.options); return r; } async read(id: string) { const r = this.connect(); return r.get(id); } }`,
      errors: [{ messageId: 'perInstance', data: { client: 'new Redis()', cost: 'opens a TCP connection', function: '`read`' } }],
    },
    'one per tenant, never closed': {
      code: dedent`
        import { Pool } from 'pg';

        export async function countUsers(url: string) {
          const pool = new Pool({ connectionString: url });
          return pool.query('SELECT count(*) FROM users');
        }
      `,
      errors: [{ messageId: 'perKey', suggestions: 1 }],
    },
    'arguments computed in the function: a message only': {
      code: `import { Redis } from 'ioredis'; export async function f() { const host = lookUp(); const r = new Redis(host); return r.get('a'); }`,
      errors: ['perCall'],
    },
    'a single connection of a package that has pools: a message only': {
      code: `import { Client } from 'pg'; export async function f() { const c = new Client(); await c.connect(); return c.query('SELECT 1'); }`,
      errors: [{ messageId: 'perCallConnection', data: { client: 'new Client()', cost: 'opens a database connection', function: '`f`', pool: 'new Pool()' } }],
    },
    'a single connection that is closed again': {
      code: `const mysql = require('mysql2/promise'); exports.load = async () => { const c = await mysql.createConnection(process.env.DB); const [rows] = await c.query('SELECT 1'); await c.end(); return rows; };`,
      language: 'js',
      sourceType: 'commonjs',
      errors: ['perCallConnection'],
    },
    'HTTP-only SDK client with the option': {
      code: `import OpenAI from 'openai';\n\nexport async function ask(q: string) {\n  const openai = new OpenAI();\n  return openai.models.list();\n}\n`,
      options: { httpOnly: true },
      errors: ['perCall'],
      output: `import OpenAI from 'openai';\n\nlet openAI: OpenAI | undefined;\nfunction getOpenAI(): OpenAI {\n  return (openAI ??= new OpenAI());\n}\n\nexport async function ask(q: string) {\n  const openai = getOpenAI();\n  return openai.models.list();\n}\n`,
    },
    'a model loaded in a handler': {
      code: dedent`
        import { pipeline } from '@huggingface/transformers';
        import { Hono } from 'hono';

        const app = new Hono();

        app.post('/rank', async (c) => {
          const rank = await pipeline('text-classification', 'Xenova/ranker');
          return c.json(await rank(await c.req.text()));
        });
      `,
      errors: [{ messageId: 'perCall', data: { client: 'pipeline()', cost: 'loads the model into memory', function: 'the `POST /rank` handler' } }],
      output: dedent`
        import { pipeline } from '@huggingface/transformers';
        import { Hono } from 'hono';

        const app = new Hono();

        const openPipeline = () => pipeline('text-classification', 'Xenova/ranker');
        let sharedPipeline: Promise<Awaited<ReturnType<typeof openPipeline>>> | undefined;
        function getPipeline(): Promise<Awaited<ReturnType<typeof openPipeline>>> {
          return (sharedPipeline ??= openPipeline().catch((error: unknown) => {
            sharedPipeline = undefined;
            throw error;
          }));
        }

        app.post('/rank', async (c) => {
          const rank = await getPipeline();
          return c.json(await rank(await c.req.text()));
        });
      `,
    },
    'sessions, models and tokenizers, CommonJS': {
      code: `const ort = require('onnxruntime-node');\nconst tf = require('@tensorflow/tfjs-node');\nconst { encodingForModel } = require('js-tiktoken');\nconst { GptEncoding } = require('gpt-tokenizer');\nconst { FlagEmbedding } = require('fastembed');\nconst use = require('@tensorflow-models/universal-sentence-encoder');\nexports.f = async (x) => {\n  const a = await ort.InferenceSession.create(pick());\n  const b = await tf.loadGraphModel(pick());\n  const c = encodingForModel(pick());\n  const d = GptEncoding.getEncodingApi(pick(), ranks);\n  const e = await FlagEmbedding.init({ model: pick() });\n  const f = await use.load({ modelUrl: pick() });\n  return [await a.run(x), b.predict(x).dataSync().length, c.encode(x).length, d.encode(x).length, await e.queryEmbed(x), await f.embed(x)];\n};\n`,
      language: 'js',
      sourceType: 'commonjs',
      errors: Array.from({ length: 6 }, () => 'perCall' as const),
    },
    'a tokenizer': {
      code: `import { getTokenizer } from '@anthropic-ai/tokenizer';\n\nexport function count(text: string) {\n  const tokenizer = getTokenizer();\n  return tokenizer.encode(text).length;\n}\n`,
      errors: [{ messageId: 'perCall', data: { client: 'getTokenizer()', cost: 'loads the vocabulary into memory', function: '`count`' } }],
      output: `import { getTokenizer } from '@anthropic-ai/tokenizer';\n\nconst openTokenizer = () => getTokenizer();\nlet tokenizer: ReturnType<typeof openTokenizer> | undefined;\nfunction getSharedTokenizer(): ReturnType<typeof openTokenizer> {\n  return (tokenizer ??= openTokenizer());\n}\n\nexport function count(text: string) {\n  const tokenizer = getSharedTokenizer();\n  return tokenizer.encode(text).length;\n}\n`,
    },
    'a browser that is never closed': {
      code: `import { chromium as browsers } from 'playwright'; export async function shot(url: string) { const browser = await browsers.launch(); const page = await browser.newPage(); await page.goto(url); return page.screenshot(); }`,
      errors: [{ messageId: 'perCall', data: { client: 'browsers.launch()', cost: 'starts a browser process', function: '`shot`' } }],
      output: `import { chromium as browsers } from 'playwright'; const openPlaywright = () => browsers.launch();
let playwright: Promise<Awaited<ReturnType<typeof openPlaywright>>> | undefined;
function getPlaywright(): Promise<Awaited<ReturnType<typeof openPlaywright>>> {
  return (playwright ??= openPlaywright().catch((error: unknown) => {
    playwright = undefined;
    throw error;
  }));
}

export async function shot(url: string) { const browser = await getPlaywright(); const page = await browser.newPage(); await page.goto(url); return page.screenshot(); }`,
    },
    'dotenv in a handler': {
      code: `const dotenv = require('dotenv');
const express = require('express');
const app = express();
app.get('/', (req, res) => {
  dotenv.config();
  res.json(process.env.LIMIT);
});
`,
      language: 'js',
      sourceType: 'commonjs',
      errors: [{ messageId: 'perCall', data: { client: 'dotenv.config()', cost: 'reads and parses the `.env` file', function: 'the `GET /` handler' } }],
    },
    'a configuration file read in a handler': {
      code: dedent`
        import { readFileSync } from 'node:fs';
        import path from 'node:path';
        import express from 'express';
        import YAML from 'yaml';

        const app = express();

        app.get('/limits', (req, res) => {
          const limits = YAML.parse(readFileSync(path.join(import.meta.dirname, 'app-config.yaml'), 'utf8'));
          res.json(limits.requests);
        });
      `,
      language: 'js',
      errors: [{
        messageId: 'configFile',
        data: { client: 'readFileSync()', file: 'app-config.yaml', function: 'the `GET /limits` handler' },
        line: 9,
        column: 18,
        suggestions: [{
          messageId: 'readOnce',
          output: dedent`
            import { readFileSync } from 'node:fs';
            import path from 'node:path';
            import express from 'express';
            import YAML from 'yaml';

            const app = express();

            let appConfig;
            function getAppConfig() {
              return (appConfig ??= YAML.parse(readFileSync(path.join(import.meta.dirname, 'app-config.yaml'), 'utf8')));
            }

            app.get('/limits', (req, res) => {
              const limits = getAppConfig();
              res.json(limits.requests);
            });
          `,
        }],
      }],
    },
    'a configuration file read by a helper, awaited': {
      code: `import { readFile } from 'node:fs/promises'; import YAML from 'yaml'; import Fastify from 'fastify'; const app = Fastify(); async function rules() { const text = await readFile('./rules.yaml', 'utf8'); return YAML.parse(text); } app.get('/', async () => (await rules()).list);`,
      errors: [{ messageId: 'configFile', data: { client: 'readFile()', file: 'rules.yaml', function: 'the `GET /` handler' } }],
    },
    'library from the settings': {
      code: `import { Ledger } from '@acme/ledger'; export async function book(x) { const l = new Ledger(); await l.add(x); }`,
      language: 'js',
      settings: { libraries: [{ package: '@acme/ledger', title: 'Ledger', exports: { Ledger: { new: { roles: ['expensive-client'], returns: '#Ledger', resource: { cost: 'opens a session', singleton: 'yes', connects: 'construct' } } } }, types: { Ledger: {} } }] },
      errors: [{ messageId: 'perCall', data: { client: 'new Ledger()', cost: 'opens a session', function: '`book`' } }],
      output: `import { Ledger } from '@acme/ledger'; let ledger;\nfunction getLedger() {\n  return (ledger ??= new Ledger());\n}\n\nexport async function book(x) { const l = getLedger(); await l.add(x); }`,
    },
    }),
    'in a handler': {
      code: dedent`
        import express from 'express';
        import { Redis } from 'ioredis';

        const app = express();

        app.get('/a', async (req, res) => {
          const redis = new Redis();
          res.json(await redis.get('a'));
        });
      `,
      errors: [{ messageId: 'perCall', data: { client: 'new Redis()', cost: 'opens a TCP connection', function: 'the `GET /a` handler' }, line: 7, column: 17 }],
      output: dedent`
        import express from 'express';
        import { Redis } from 'ioredis';

        const app = express();

        let redis: Redis | undefined;
        function getRedis(): Redis {
          return (redis ??= new Redis());
        }

        app.get('/a', async (req, res) => {
          const redis = getRedis();
          res.json(await redis.get('a'));
        });
      `,
    },
    'in a function that a handler calls': {
      code: `import { Client } from 'pg'; ${express} async function count() { const c = new Client(); await c.connect(); return c.query('SELECT 1'); } app.get('/', async (req, res) => { res.json(await count()); });`,
      errors: [{ messageId: 'perCallConnection', data: { client: 'new Client()', cost: 'opens a database connection', function: '`count`', pool: 'new Pool()' } }],
    },
    'a message sent in a handler: the channel goes with its connection': {
      code: `import amqp from 'amqplib'; ${express} app.post('/', async (req, res) => { const connection = await amqp.connect(brokerUrl()); const channel = await connection.createChannel(); channel.sendToQueue('a', Buffer.from('x')); res.end(); });`,
      errors: [{ messageId: 'perCall', data: { client: 'amqp.connect()', cost: 'opens a connection to the broker', function: 'the `POST /` handler' } }],
    },
    'a producer made in a handler': {
      code: `import { Kafka } from 'kafkajs'; ${express} const kafka = new Kafka({ brokers: ['k'] }); app.post('/orders', async (req, res) => { const producer = kafka.producer(); await producer.connect(); await producer.send({ topic: 'orders', messages: [] }); await producer.disconnect(); res.end(); });`,
      errors: [{ messageId: 'perCall', data: { client: 'kafka.producer()', cost: 'opens connections to the Kafka brokers', function: 'the `POST /orders` handler' } }],
    },
  },
});
