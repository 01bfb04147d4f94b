import dedent from 'dedent';
import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/p016-dependency-injection/no-global-dependency.js';
import { testRule } from '../helpers/rule-tester.js';

const prisma = `import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();`;
const redis = `import { Redis } from 'ioredis'; const redis = new Redis();`;

// Only files below `/listed/` have a package.json.
setHost({ resolve: () => undefined, read: () => undefined, manifest: (file) => (file.startsWith('/listed/') ? { directory: '/listed', dependencies: { turndown: '^7.0.0' } } : undefined) });

testRule(rule, {
  valid: {
    'a converter that its package calls a service': { code: `import TurndownService from 'turndown'; const turndown = new TurndownService(); export const toMarkdown = (html: string) => turndown.turndown(html);`, filename: '/listed/src/markdown.ts' },
    'memoized getter': `import { Redis } from 'ioredis'; let redis: Redis | undefined; function getRedis() { return (redis ??= new Redis()); } export async function read(id: string) { return getRedis().get(id); }`,
    'memoized getter below ECMAScript 2021': `import { Redis } from 'ioredis'; let redis: Redis | undefined; function getRedis() { if (!redis) redis = new Redis(); return redis; } export async function read(id: string) { return getRedis().get(id); }`,
    'one client per key': `import { Pool } from 'pg'; const pools = new Map<string, Pool>(); export function poolOf(t: string) { let p = pools.get(t); if (!p) { p = new Pool({ database: t }); pools.set(t, p); } return p; }`,
    'getter that hands out an instance of module level': `${prisma} export function getPrisma() { return prisma; }`,
    'injected with the instance as default': `${prisma} export async function users(db = prisma) { return db.user.findMany(); }`,
    'exported instance that only others use': `import { PrismaClient } from '@prisma/client'; export const prisma = new PrismaClient();`,
    'exported instance that tests can stub': `import { Resend } from 'resend'; export const resend = new Resend('k'); export const send = (to: string) => resend.emails.send({ to });`,
    'instance that is exported below': `import { Redis } from 'ioredis'; const redis = new Redis(); export const read = (key: string) => redis.get(key); export { redis as cache };`,
    'exported instance kept on globalThis': `import { PrismaClient } from '@prisma/client'; const kept = globalThis as any; export const prisma = kept.prisma ?? new PrismaClient(); if (process.env.NODE_ENV !== 'production') kept.prisma = prisma;`,
    'start and stop of the instance': `import { PrismaClient } from '@prisma/client'; export const prisma = new PrismaClient(); export async function start() { await prisma.$connect(); } export const stop = () => prisma.$disconnect();`,
    'listeners': `${redis} redis.on('error', () => { redis.get('a'); }); process.on('SIGTERM', async () => { await redis.set('a', '1'); }); export default redis;`,
    'a consumer that is started': `import { Kafka } from 'kafkajs'; const kafka = new Kafka({ brokers: [] }); const consumer = kafka.consumer({ groupId: 'g' }); export async function start() { await consumer.connect(); await consumer.subscribe({ topic: 't' }); await consumer.run({ eachMessage: async () => {} }); }`,
    'handed on to what works with it': `${prisma} import { OrderRepository } from './orders'; export function makeOrders() { return new OrderRepository(prisma); }`,
    'a function that module level runs': `${prisma} export let rates: unknown; async function load() { rates = await prisma.rate.findMany(); } void load();`,
    'a file that exports nothing is a program': `${prisma} async function main() { console.log(await prisma.user.count()); } function other() { return prisma.user.findMany(); } setTimeout(main, 10);`,
    'a server in one file': `${prisma} import express from 'express'; export const app = express(); app.get('/users', async (req, res) => { res.json(await prisma.user.findMany()); }); app.listen(3000);`,
    'composition root by name': { code: `${prisma} export async function users() { return prisma.user.findMany(); }`, filename: 'src/container.ts' },
    'composition root by settings': { code: `${prisma} export async function users() { return prisma.user.findMany(); }`, filename: 'src/wiring/data.ts', settings: { files: { compositionRoot: ['src/wiring/**'] } } },
    'a file that fills a container': `import { container } from 'tsyringe'; ${prisma} container.register('Users', { useValue: 1 }); export const count = () => prisma.user.count();`,
    'test': { code: `${prisma} export async function clean() { await prisma.user.deleteMany(); }`, filename: 'src/users.test.ts' },
    'seed': { code: `${prisma} export async function fill() { await prisma.user.create({ data: {} }); }`, filename: 'prisma/seed.ts' },
    'command-line program': `${prisma} export async function count() { return prisma.user.count({ take: Number(process.argv[2]) }); }`,
    'Lambda handler': `import type { APIGatewayProxyHandler } from 'aws-lambda'; import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'; const client = new DynamoDBClient({}); export const handler: APIGatewayProxyHandler = async (event) => { await client.send(new GetItemCommand({ TableName: 't', Key: {} })); return { statusCode: 200, body: '' }; };`,
    'Lambda handler of a package that does not say so': { code: `const { PrismaClient } = require('@prisma/client'); const prisma = new PrismaClient(); exports.handler = async (event, context) => prisma.user.findMany();`, language: 'js', sourceType: 'commonjs' },
    'Next.js route': { code: `${prisma} export async function GET() { return Response.json(await prisma.user.findMany()); }`, filename: 'app/api/users/route.ts' },
    'Next.js server action': `'use server'; ${prisma} export async function save(form: FormData) { await prisma.user.create({ data: {} }); }`,
    'React component': { code: `${prisma} export async function Users() { const users = await prisma.user.findMany(); return <ul>{users.length}</ul>; }`, filename: 'components/users.tsx' },
    'browser code': `'use client'; import { ApiClient } from './api'; const api = new ApiClient(); export function load() { return api.get('/users'); }`,
    'processor that a queue loads by its path': `${prisma} import type { SandboxedJob } from 'bullmq'; export default async function run(job: SandboxedJob) { await prisma.user.update({ where: { id: job.data.id }, data: {} }); }`,
    'job that a platform runs': `${prisma} import { task } from '@example/jobs'; export const count = task({ id: 'count', run: async () => prisma.user.count() });`,
    'helper of such a job': `${prisma} import { task } from '@example/jobs'; export const count = task({ id: 'count', run: async () => ({ users: await users() }) }); export async function users() { return prisma.user.count(); }`,
    'worker that is put together here': `${prisma} import { Worker } from 'bullmq'; export const worker = new Worker('mail', async (job) => { await prisma.user.findMany(); });`,
    'logger, metrics and tracing': `import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch'; import pino from 'pino'; const logger = pino(); const metrics = new CloudWatchClient({}); export async function flush() { logger.info('x'); await metrics.send(new PutMetricDataCommand({})); }`,
    'the file that wraps the client': { code: `import Stripe from 'stripe'; const stripe = new Stripe('k'); export const pay = (amount: number) => stripe.paymentIntents.create({ amount });`, filename: 'src/billing/stripe.ts' },
    'the file that wraps the client, by its library': { code: `const { Kafka } = require('kafkajs'); const kafka = new Kafka({ brokers: [] }); const producer = kafka.producer(); exports.send = (topic, messages) => producer.send({ topic, messages });`, filename: 'lib/kafka.js', language: 'js', sourceType: 'commonjs' },
    'in-memory cache': `import NodeCache from 'node-cache'; const cache = new NodeCache(); export const read = (key: string) => cache.get(key);`,
    'a class of the file': `class PriceService { of(id: string) { return id; } } const prices = new PriceService(); export const price = (id: string) => prices.of(id);`,
    'an imported class of another name': `import { Parser } from './parser'; const parser = new Parser(); export const parse = (text: string) => parser.parse(text);`,
    'a local of the same name': `${prisma} export async function users(prisma: { user: { findMany(): unknown } }) { return prisma.user.findMany(); }`,
    'a variable that is set later': `import { Redis } from 'ioredis'; let redis = new Redis(); export function use(other: Redis) { redis = other; } export const read = (id: string) => redis.get(id);`,
    'a type query': `${prisma} export type Client = typeof prisma; export function f(db: typeof prisma) { return db.user.count(); }`,
    'allowed class': { code: `import { PriceService } from './prices'; const prices = new PriceService(); export const price = (id: string) => prices.of(id);`, options: { allow: ['PriceService'] } },
    'allowed package': { code: `${prisma} export const users = () => prisma.user.findMany();`, options: { allow: ['@prisma/client'] } },
    'allowed export': { code: `${redis} export const read = (id: string) => redis.get(id);`, options: { allow: ['ioredis.Redis'] } },
  },
  invalid: {
    'a client that a function queries': {
      code: dedent`
        import { PrismaClient } from '@prisma/client';

        const prisma = new PrismaClient();

        /** A user, or nothing. */
        export async function findUser(id: string) {
          return prisma.user.findUnique({ where: { id } });
        }
      `,
      errors: [{
        messageId: 'global',
        data: { instance: 'prisma', users: '`findUser` uses' },
        line: 3,
        column: 7,
        suggestions: [{
          messageId: 'inject',
          data: { functions: '`findUser`', instance: 'prisma' },
          output: dedent`
            import { PrismaClient } from '@prisma/client';

            const prisma = new PrismaClient();

            /** A user, or nothing. */
            export async function findUser(id: string, prismaClient: PrismaClient = prisma) {
              return prismaClient.user.findUnique({ where: { id } });
            }
          `,
        }],
      }],
    },
    'several functions, CommonJS, JavaScript': {
      code: dedent`
        const Redis = require('ioredis');

        const redis = new Redis(process.env.REDIS_URL);

        const read = async id => {
          const text = await redis.get(id);
          return { redis, text };
        };

        async function write(
          id,
          value,
        ) {
          await redis.set(id, value);
        }

        function clear() { return Promise.all(['a'].map((id) => redis.del(id))); }

        module.exports = { read, write, clear };
      `,
      language: 'js',
      sourceType: 'commonjs',
      errors: [{
        messageId: 'global',
        data: { instance: 'redis', users: '`read` and 2 more use' },
        suggestions: [{
          messageId: 'inject',
          data: { functions: '`read` and 2 more', instance: 'redis' },
          output: dedent`
            const Redis = require('ioredis');

            const redis = new Redis(process.env.REDIS_URL);

            const read = async (id, client = redis) => {
              const text = await client.get(id);
              return { redis: client, text };
            };

            async function write(
              id,
              value,
              client = redis,
            ) {
              await client.set(id, value);
            }

            function clear(client = redis) { return Promise.all(['a'].map((id) => client.del(id))); }

            module.exports = { read, write, clear };
          `,
        }],
      }],
    },
    'names that are taken': {
      code: `import { Pool } from 'pg'; const db: Pool = new Pool(); export function find(pool: string) { return db.query(pool); }`,
      errors: [{ messageId: 'global', suggestions: [{ messageId: 'inject', data: { functions: '`find`', instance: 'db' }, output: `import { Pool } from 'pg'; const db: Pool = new Pool(); export function find(pool: string, database: Pool = db) { return database.query(pool); }` }] }],
    },
    'a service of the project, renamed': {
      code: `import { OrderService as Orders } from './orders'; const orders = new Orders(); export const cancel = (id: string) => orders.cancel(id);`,
      errors: [{ messageId: 'global', suggestions: [{ messageId: 'inject', data: { functions: '`cancel`', instance: 'orders' }, output: `import { OrderService as Orders } from './orders'; const orders = new Orders(); export const cancel = (id: string, service: Orders = orders) => service.cancel(id);` }] }],
    },
    'a file named after something else': { code: `import Stripe from 'stripe'; const stripe = new Stripe('k'); export const pay = (amount: number) => stripe.paymentIntents.create({ amount });`, filename: 'src/stripes/orders.ts', errors: [{ messageId: 'global', suggestions: 1 }] },
    'a default import': { code: `import UserRepository from './user-repository'; const users = new UserRepository(); export function all() { return users.all(); } export { all as everybody };`, errors: [{ messageId: 'global', suggestions: 1 }] },
    'required classes': { code: `const { UserRepository } = require('./users'); const MailGateway = require('./mail').MailGateway; const users = new UserRepository(); const mail = new MailGateway(); exports.greet = async function greet(id) { await mail.send(await users.find(id)); };`, language: 'js', sourceType: 'commonjs', errors: ['global', 'global'] },
    'an instance that is extended where it is made': { code: `import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient().$extends({}); export const users = () => prisma.user.findMany();`, errors: [{ messageId: 'global', suggestions: [{ messageId: 'inject', data: { functions: '`users`', instance: 'prisma' }, output: `import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient().$extends({}); export const users = (prismaClient = prisma) => prismaClient.user.findMany();` }] }] },
    'an awaited client': { code: `import { createClient } from 'redis'; const redis = await createClient().connect(); export const read = (key: string) => redis.get(key);`, errors: [{ messageId: 'global', suggestions: 1 }] },
    'a tagged template and a call': { code: `import postgres from 'postgres'; const sql = postgres('postgres://db'); export async function users() { return sql\`select 1\`; } export const ids = (list: string[]) => sql(list);`, errors: [{ messageId: 'global', data: { instance: 'sql', users: '`users` and `ids` use' }, suggestions: 1 }] },
    'a method of a class': { code: `${prisma} export class Users { list() { return [1].map(() => prisma.user.findMany()); } }`, errors: [{ messageId: 'global', data: { instance: 'prisma', users: '`list` uses' } }] },
    'routes of a router': { code: `${prisma} import { Router } from 'express'; export const router = Router(); router.get('/', async (req, res) => { res.json(await prisma.user.findMany()); });`, errors: [{ messageId: 'global', data: { instance: 'prisma', users: 'a function uses' } }] },
    'handlers that another file registers': { code: `${prisma} import type { Request, Response } from 'express'; export async function list(req: Request, res: Response) { res.json(await prisma.user.findMany()); } export const get = async (req: Request, res: Response) => { res.json(await prisma.user.findMany()); };`, errors: [{ messageId: 'global', data: { instance: 'prisma', users: '`list` and `get` use' } }] },
    'several that are no names': { code: `${prisma} import { Router } from 'express'; export const router = Router(); router.get('/', async (req, res) => { res.json(await prisma.user.findMany()); }); export function count() { return prisma.user.count(); }`, errors: [{ messageId: 'global', data: { instance: 'prisma', users: '2 functions use' }, suggestions: 1 }] },
    'functions that bear no parameter': {
      code: dedent`
        ${prisma}
        export function rest(...ids: string[]) { return prisma.user.findMany({ where: { ids } }); }
        export function all() { return prisma.user.findMany(arguments[0]); }
        export const passed = (id: string) => prisma.user.findMany({ where: { id } });
        ['a'].map(passed);
        export const typed: (id: string) => unknown = (id) => prisma.user.findMany({ where: { id } });
        export function more(id?: string) { return prisma.user.findMany({ where: { id } }); }
        more(...['a']);
        export function overloaded(id: string): unknown;
        export function overloaded(id: number): unknown;
        export function overloaded(id: unknown) { return prisma.user.findMany({ where: { id } }); }
        export default function loaded(id: string) { return prisma.user.findMany({ where: { id } }); }
      `,
      errors: [{ messageId: 'global', suggestions: 0 }],
    },
    'only those that bear one': {
      code: `${prisma} export function rest(...ids: string[]) { return prisma.user.findMany({ where: { ids } }); } export function one(id: string) { return prisma.user.findMany({ where: { id } }); }`,
      errors: [{ messageId: 'global', suggestions: [{ messageId: 'inject', data: { functions: '`one`', instance: 'prisma' }, output: `${prisma} export function rest(...ids: string[]) { return prisma.user.findMany({ where: { ids } }); } export function one(id: string, prismaClient: PrismaClient = prisma) { return prismaClient.user.findMany({ where: { id } }); }` }] }],
    },
    'promoted, twice changes nothing more': {
      code: `${prisma} export function one(id: string) { return prisma.user.findMany({ where: { id } }); }`,
      settings: { applySuggestions: true },
      errors: ['global'],
      output: `${prisma} export function one(id: string, prismaClient: PrismaClient = prisma) { return prismaClient.user.findMany({ where: { id } }); }`,
    },
  },
});
