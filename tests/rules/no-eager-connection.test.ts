import dedent from 'dedent';
import rule from '../../src/rules/p012-singleton/no-eager-connection.js';
import { testRule, type InvalidCase } from '../helpers/rule-tester.js';

const redis = `import { Redis } from 'ioredis';`;
const another = '\nexport const limit = () => 10;\n';

/** The case with an export beside it that has nothing to do with the client. */
function beside({ code, errors, ...rest }: InvalidCase): InvalidCase {
  return {
    ...rest,
    code: code + another,
    errors: errors.map((error) => (typeof error === 'string' ? error : {
      ...error,
      ...(error.data && { data: { ...error.data, exported: '`limit`' } }),
      ...(Array.isArray(error.suggestions) && { suggestions: error.suggestions.map((one) => ({ ...one, output: one.output + another })) }),
    })),
  };
}

testRule(rule, {
  valid: {
    'a module that exports exactly the client': `${redis} export const redis = new Redis(process.env.REDIS_URL!);`,
    'the same in CommonJS': { code: `const Redis = require('ioredis'); module.exports = new Redis();`, language: 'js', sourceType: 'commonjs' },
    'the client and helpers that use it': `${redis} export const redis = new Redis(); export async function remember(key: string, value: string) { await redis.set(key, value); } export const forget = (key: string) => redis.del(key);`,
    'the client and constants': `import { Queue } from 'bullmq'; export const MAIL = 'mail'; export const options = { attempts: 3 }; export const mailQueue = new Queue(MAIL, { defaultJobOptions: options });`,
    'the client and the helper it is made with': `${redis} export function parseUrl(url: string) { return { host: url }; } export const redis = new Redis(parseUrl(process.env.REDIS_URL!));`,
    'the client and types': `${redis} export type Client = Redis; export interface Options { a: 1 } export default new Redis();`,
    'a value made of the client': `${redis} import Redlock from 'redlock'; const client = new Redis(); export const locks = new Redlock([client]);`,
    'a value made of it where it stands': `${redis} import Redlock from 'redlock'; export const locks = new Redlock([new Redis()]);`,
    'a module that wraps it: all functions use it': `${redis} const TTL = 60; export const PREFIX = 'cart:'; const redis = new Redis(); const save = (key: string, value: string) => redis.set(PREFIX + key, value, 'EX', TTL); export async function getOrSet(key: string, load: () => Promise<string>) { const kept = await redis.get(key); if (kept) return kept; const value = await load(); await save(key, value); return value; } export const put = (key: string, value: string) => save(key, value);`,
    'a class that wraps it': `${redis} const redis = new Redis(); class Locks { async take(key: string) { return redis.set(key, '1', 'NX'); } free(key: string) { return redis.del(key); } async once(key: string) { if (await this.take(key)) await this.free(key); } } export const locks = new Locks();`,
    'the connection of mongoose': { code: `const mongoose = require('mongoose'); mongoose.connect(process.env.DB); const db = mongoose.connection; db.on('error', console.error); module.exports = db;`, language: 'js', sourceType: 'commonjs' },
    'mongoose itself': `import mongoose from 'mongoose'; mongoose.connect(process.env.DB!); export default mongoose;`,
    'nothing exported': `${redis} const redis = new Redis(); setInterval(() => redis.ping(), 1000);`,
    'lazyConnect': `${redis} const redis = new Redis({ lazyConnect: true }); export const read = (key: string) => redis.get(key);`,
    'a worker that is started by hand': `import { Worker } from 'bullmq'; const worker = new Worker('mail', async () => {}, { autorun: false }); export const start = () => worker.run();`,
    'node-redis without connect()': `import { createClient } from 'redis'; const client = createClient(); export async function read(key: string) { if (!client.isOpen) await client.connect(); return client.get(key); }`,
    'a pool that connects on first use': `import { Pool } from 'pg'; const pool = new Pool(); export const find = (id: string) => pool.query('SELECT 1', [id]);`,
    'Prisma': `import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export const find = (id: string) => prisma.user.findUnique({ where: { id } });`,
    'MongoClient without connect()': `import { MongoClient } from 'mongodb'; const client = new MongoClient('mongodb://db'); export const find = () => client.db().collection('a').findOne({});`,
    'a database file': `import Database from 'better-sqlite3'; const db = new Database('shop.db'); export const find = (id: string) => db.prepare('SELECT 1').get(id);`,
    'an SDK client that speaks HTTP': `import OpenAI from 'openai'; const openai = new OpenAI(); export const ask = (q: string) => openai.models.retrieve(q);`,
    'memoized getter': `${redis} let redis: Redis | undefined; const getRedis = () => (redis ??= new Redis()); export const read = (key: string) => getRedis().get(key);`,
    'connecting in a function that nobody calls here': `import mongoose from 'mongoose'; export async function connect() { await mongoose.connect(process.env.DB!); }`,
    'a condition decides': `${redis} let client: Redis | undefined; if (process.env.REDIS_URL) { client = new Redis(process.env.REDIS_URL); } export const key = (id: string) => 'k:' + id; export const read = (id: string) => client?.get(id);`,
    'one per process of a development server': `${redis} const shared = globalThis as any; const redis: Redis = shared.redis ?? new Redis(); export const read = (key: string) => redis.get(key);`,
    'a function that may leave first': `${redis} function make() { if (!process.env.REDIS_URL) return undefined; return new Redis(process.env.REDIS_URL); } const redis = make(); export const read = (key: string) => redis?.get(key);`,
    'a provider of a container': `${redis} export const providers = [{ provide: 'REDIS', useFactory: () => new Redis() }]; export class Cache {}`,
    'an injectable class': `${redis} import { Injectable } from '@nestjs/common'; @Injectable() export class Cache { private readonly redis = new Redis(); get(key: string) { return this.redis.get(key); } }`,
    'a class that another package calls Redis': `import { Redis } from '@upstash/redis'; const redis = new Redis({ url: 'u', token: 't' }); export const read = (key: string) => redis.get(key);`,
    'the composition root': { code: `import mongoose from 'mongoose'; import express from 'express'; const app = express(); mongoose.connect(process.env.DB!); export function close() {} export default app;`, filename: 'src/app.ts' },
    'a file that makes the server listen': `import mongoose from 'mongoose'; import express from 'express'; export const app = express(); mongoose.connect(process.env.DB!); app.listen(3000);`,
    'a worker process that waits for signals': `import { Worker } from 'bullmq'; const worker = new Worker('mail', async () => {}); export const name = 'mail'; process.on('SIGTERM', () => worker.close());`,
    'a Lambda handler file': `${redis} import type { APIGatewayProxyHandler } from 'aws-lambda'; const redis = new Redis(); export const handler: APIGatewayProxyHandler = async (event) => ({ statusCode: 200, body: (await redis.get(event.path)) ?? '' });`,
    'a script': { code: `${redis} const redis = new Redis(); export const clean = () => redis.flushall();`, filename: 'scripts/clean.ts' },
    'a test': { code: `${redis} const redis = new Redis(); export const clean = () => redis.flushall();`, filename: 'src/redis.test.ts' },
    'tracing': `import { NodeSDK } from '@opentelemetry/sdk-node'; const sdk = new NodeSDK({}); sdk.start(); export const stop = () => sdk.shutdown();`,
    'only re-exports beside it': `${redis} export * from './types'; export { parse } from './parse'; export const redis = new Redis();`,
    'an allowed client': { code: `${redis} const redis = new Redis(); export const read = (key: string) => redis.get(key);`, options: { allow: ['ioredis.Redis'] } },
  },
  invalid: {
    'a class with a method that has no use for it': {
      code: `${redis} const redis = new Redis(); class Alerts { sent = new Map<string, number>(); seen(key: string) { return redis.exists(key); } cancel(key: string) { this.sent.delete(key); } } export const alerts = new Alerts();`,
      errors: [{ messageId: 'eager', data: { client: 'new Redis()', cost: 'opens a TCP connection', exported: '`alerts`' }, suggestions: 1 }],
    },
    'a handler that uses it: whoever puts the routes together connects': {
      code: `${redis} import type { Request, Response } from 'express'; const redis = new Redis(); export const health = async (_req: Request, res: Response) => { res.json(await redis.ping()); };`,
      errors: [{ messageId: 'eager', data: { client: 'new Redis()', cost: 'opens a TCP connection', exported: '`health`' }, suggestions: 1 }],
    },
    'a function that does not use it among those that do': {
      code: `${redis} const redis = new Redis(); export const used = (id: string) => redis.get(id); export function limits(plan: string) { return plan.length; }`,
      errors: [{ messageId: 'eager', data: { client: 'new Redis()', cost: 'opens a TCP connection', exported: '`limits`' }, suggestions: 1 }],
    },
    'a client of a module that exports functions': beside({
      code: dedent`
        import { Redis } from 'ioredis';

        // one for all
        const redis = new Redis(process.env.REDIS_URL!);

        export async function loadCart(id: string) {
          return redis.hgetall(id);
        }

        export const cache = { redis: () => ({ redis }) };
      `,
      errors: [{
        messageId: 'eager',
        data: { client: 'new Redis()', cost: 'opens a TCP connection', exported: '`loadCart`' },
        line: 4,
        column: 15,
        suggestions: [{
          messageId: 'lazy',
          output: dedent`
            import { Redis } from 'ioredis';

            // one for all
            let redis: Redis | undefined;
            function getRedis(): Redis {
              return (redis ??= new Redis(process.env.REDIS_URL!));
            }

            export async function loadCart(id: string) {
              return getRedis().hgetall(id);
            }

            export const cache = { redis: () => ({ redis: getRedis() }) };
          `,
        }],
      }],
    }),
    'CommonJS, JavaScript, a router': {
      code: `const express = require('express');\nconst Redis = require('ioredis');\nconst router = express.Router();\nconst cache = new Redis({\n  host: 'cache',\n});\nrouter.get('/', async (req, res) => res.json(await cache.get('a')));\nmodule.exports = router;\n`,
      language: 'js',
      sourceType: 'commonjs',
      errors: [{
        messageId: 'eager',
        data: { client: 'new Redis()', cost: 'opens a TCP connection', exported: 'this module' },
        suggestions: [{
          messageId: 'lazy',
          output: `const express = require('express');\nconst Redis = require('ioredis');\nconst router = express.Router();\nlet cache;\nfunction getCache() {\n  return (cache ??= new Redis({\n    host: 'cache',\n  }));\n}\nrouter.get('/', async (req, res) => res.json(await getCache().get('a')));\nmodule.exports = router;\n`,
        }],
      }],
    },
    'renamed import, connect in a chain, awaited at the top level': beside({
      code: dedent`
        import { createClient as open } from 'redis';

        const client = await open({ url: process.env.REDIS_URL }).connect();

        export const read = async (key: string) => client.get(key);
      `,
      errors: [{
        messageId: 'eager',
        data: { client: 'open().connect()', cost: 'opens a TCP connection', exported: '`read`' },
        suggestions: [{
          messageId: 'lazy',
          output: dedent`
            import { createClient as open } from 'redis';

            const openClient = () => open({ url: process.env.REDIS_URL }).connect();
            let client: Promise<Awaited<ReturnType<typeof openClient>>> | undefined;
            function getClient(): Promise<Awaited<ReturnType<typeof openClient>>> {
              return (client ??= Promise.resolve(openClient()).catch((error: unknown) => {
                client = undefined;
                throw error;
              }));
            }

            export const read = async (key: string) => (await getClient()).get(key);
          `,
        }],
      }],
    }),
    'a type that somebody wrote': beside({
      code: `${redis}\nconst cache: Cache = new Redis();\nexport const read = (key: string) => cache.get(key);\n`,
      errors: [{ messageId: 'eager', suggestions: [{ messageId: 'lazy', output: `${redis}\nlet cache: Cache | undefined;\nfunction getCache(): Cache {\n  return (cache ??= new Redis());\n}\nexport const read = (key: string) => getCache().get(key);\n` }] }],
    }),
    'awaited at the top level, used where nothing can be awaited: a message only': beside({
      code: `import { connect } from 'nats'; const nats = await connect(); export const publish = (subject: string) => nats.publish(subject);`,
      errors: ['eager'],
    }),
    'used as a type: a message only': beside({
      code: `${redis} const redis = new Redis(); export const read = (client: typeof redis) => redis === client;`,
      errors: ['eager'],
    }),
    'older syntax': beside({
      code: `import Redis from 'ioredis';\nconst redis = new Redis();\nexport function f() {\n  return redis.get('a');\n}\n`,
      language: 'js',
      ecmaVersion: 2020,
      errors: [{ messageId: 'eager', suggestions: [{ messageId: 'lazy', output: `import Redis from 'ioredis';\nlet redis;\nfunction getRedis() {\n  if (!redis) redis = new Redis();\n  return redis;\n}\nexport function f() {\n  return getRedis().get('a');\n}\n` }] }],
    }),
    'the client and a function that has nothing to do with it': {
      code: `${redis} export const redis = new Redis(); export function slug(text: string) { return text.toLowerCase(); }`,
      errors: [{ messageId: 'eager', data: { client: 'new Redis()', cost: 'opens a TCP connection', exported: '`slug`' } }],
    },
    'a second client beside functions that use another': {
      code: `import IORedis from 'ioredis'; import { shared } from './shared'; const set = async (key: string) => { await shared.set(key, '1'); }; export { set }; export const evict = new IORedis(process.env.EVICT_URL!);`,
      errors: ['eager'],
    },
    'a worker that starts with the name of its queue': {
      code: `import { Worker } from 'bullmq'; export const MAIL = 'mail'; new Worker(MAIL, async () => {});`,
      errors: [{ messageId: 'eager', data: { client: 'new Worker()', cost: 'opens two Redis connections', exported: '`MAIL`' } }],
    },
    'connect in a statement of its own': beside({
      code: `import { createClient } from 'redis'; const client = createClient(); client.connect().catch(console.error); export default { read: (key: string) => client.get(key) };`,
      errors: [{ messageId: 'eager', data: { client: 'client.connect()', cost: 'opens a TCP connection', exported: 'this module' } }],
    }),
    'listeners are added to it while the module is imported': beside({
      code: `${redis} const redis = new Redis(); redis.on('error', console.error); export const read = (key: string) => redis.get(key);`,
      errors: ['eager'],
    }),
    'the process-wide connection beside models': {
      code: `import mongoose from 'mongoose'; mongoose.connect(process.env.DB!); export const User = mongoose.model('User', new mongoose.Schema({}));`,
      errors: [{ messageId: 'eager', data: { client: 'mongoose.connect()', cost: 'connects the process to the database', exported: '`User`' } }],
    },
    'in a function that module level calls': {
      code: `import amqp from 'amqplib'; let channel: unknown; async function start() { const connection = await amqp.connect('amqp://q'); channel = await connection.createChannel(); } start(); export const publish = (m: Buffer) => (channel as any).publish('x', '', m);`,
      errors: ['eager'],
    },
    'a function called where it stands': beside({
      code: `import { MongoClient } from 'mongodb'; const client = new MongoClient('mongodb://db'); (async () => { await client.connect(); })(); export function find(id: string) { return client.db().collection('a').findOne({ id }); }`,
      errors: [{ messageId: 'eager', data: { client: 'client.connect()', cost: 'sets up a connection pool of its own', exported: '`find`' } }],
    }),
    'a client that is given to a callback': {
      code: `import amqp from 'amqplib/callback_api'; let channel: any; amqp.connect('amqp://q', (error, connection) => { connection.createChannel((failed, made) => { channel = made; }); }); export const publish = (m: Buffer) => channel.publish('x', '', m);`,
      errors: ['eager'],
    },
    'a queue on a connection of the same file is one cause': beside({
      code: `${redis} import { Queue } from 'bullmq'; const connection = new Redis({ maxRetriesPerRequest: null }); const queue = new Queue('mail', { connection }); export const send = (to: string) => queue.add('send', { to });`,
      errors: [{ messageId: 'eager', data: { client: 'new Redis()', cost: 'opens a TCP connection', exported: '`send`' } }],
    }),
    'constructed by the name it is used as a namespace of: a message only': beside({
      code: `${redis} const redis: any = new Redis(); export const make = () => new redis.Command('get');`,
      errors: ['eager'],
    }),
  },
});
