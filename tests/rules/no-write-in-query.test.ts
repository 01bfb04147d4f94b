import * as tsParser from '@typescript-eslint/parser';
import { Linter, type Rule as EslintRule } from 'eslint';
import { afterEach, describe, expect, it } from 'vitest';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/p015-cqrs/no-write-in-query.js';
import { projectOf, type Project } from '../helpers/project.js';
import { testRule } from '../helpers/rule-tester.js';

const app = "import express from 'express'; import { PrismaClient } from '@prisma/client'; const app = express(); const prisma = new PrismaClient();";
const pool = "import express from 'express'; import { Pool } from 'pg'; const app = express(); const pool = new Pool();";
const cjs = { language: 'js', sourceType: 'commonjs' } as const;
/** A GET handler at `/orders` around a statement. */
const get = (statement: string, path = '/orders') => `${app} app.get('${path}', async (req, res) => { ${statement} res.json(1); });`;

testRule(rule, {
  valid: {
    'a query that reads': get('const orders = await prisma.order.findMany();'),
    'a POST that writes': `${app} app.post('/orders', async (req, res) => { await prisma.order.create({ data }); res.end(); });`,
    'a handler whose method is not known': `${app} export const handler = async (req, res) => { await prisma.order.create({ data }); res.end(); };`,
    'an audit log': get('await prisma.auditLog.create({ data });'),
    'metrics': get('await prisma.pageView.create({ data }); await prisma.usageStats.update({ data });'),
    'a session': get('await prisma.session.update({ data });'),
    'a token': get('await prisma.refreshToken.deleteMany({ where });'),
    'a cache': get('await prisma.quoteCache.update({ data });'),
    'a redis cache': "import express from 'express'; import Redis from 'ioredis'; const app = express(); const redis = new Redis(); app.get('/orders', async (req, res) => { await redis.set('a', 'b'); res.end(); });",
    'last seen': get('await prisma.user.update({ where, data: { lastSeenAt: new Date() } });'),
    'when a server was last connected': get("await prisma.server.update({ where, data: { connectionStatus: 'connected', lastConnected: new Date() } });"),
    'what went wrong when a server was last asked': get("await prisma.server.update({ where, data: { connectionStatus: 'down', lastError: 'refused' } });"),
    'stored data of an old form': `${app} app.get('/orders', async (req, res) => { const orders = await prisma.order.findMany(); const moved = upgrade(orders); if (moved) void persistMigratedOrders(moved); res.json(moved ?? orders); }); async function persistMigratedOrders(orders) { for (const order of orders) await prisma.order.update({ where: { id: order.id }, data: order }); }`,
    'a view count': get('await prisma.post.update({ where, data: { viewCount: { increment: 1 } } });'),
    'last seen in SQL': `${pool} app.get('/me', async (req, res) => { await pool.query('UPDATE users SET last_login = now() WHERE id = $1', [req.id]); res.end(); });`,
    'an upsert': get('await prisma.order.upsert({ where, create, update });'),
    'SQL that leaves what is there': `${pool} app.get('/orders', async (req, res) => { await pool.query('INSERT INTO settings (id) VALUES (1) ON CONFLICT DO NOTHING'); res.end(); });`,
    'a default made on first reading': get('let settings = await prisma.settings.findFirst(); if (!settings) settings = await prisma.settings.create({ data });'),
    'an OAuth callback': get('await prisma.account.create({ data });', '/oauth/callback'),
    'verification of a mail address': get('await prisma.user.update({ data });', '/verify-email/:code'),
    'an unsubscribe link': get('await prisma.user.update({ data });', '/unsubscribe'),
    'a logout link': get('await prisma.user.update({ data });', '/logout'),
    'a helper that follows a link': `${app} async function confirmEmail(id) { await prisma.user.update({ data }); } app.get('/u/:id', async (req, res) => { await confirmEmail(req.params.id); res.end(); });`,
    'a helper that makes what is missing': `${app} async function getOrCreateCode(id) { await prisma.user.update({ data }); } app.get('/u/:id', async (req, res) => { res.json(await getOrCreateCode(req.params.id)); });`,
    'a scheduled route': { code: "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export async function GET(request) { if (request.headers.get('authorization') !== process.env.CRON_SECRET) return new Response(null); await prisma.order.deleteMany(); return new Response('ok'); }", filename: 'app/api/clean/route.ts' },
    'a table made on demand': `${pool} app.get('/orders', async (req, res) => { await pool.query('CREATE TABLE IF NOT EXISTS orders (id int)'); res.end(); });`,
    'a command object': `${app} import { OrderViewed } from './events'; app.get('/orders', async (req, res) => { res.json(OrderViewed.create({ id: 1 })); });`,
    'a statement that is only built': "import express from 'express'; import { Kysely } from 'kysely'; const app = express(); const db = new Kysely<DB>({ dialect }); app.get('/orders', async (req, res) => { const change = db.updateTable('orders').set({ a: 1 }); res.json(change.compile()); });",
    'a mutation': "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export const resolvers = { Query: { a: () => 1 }, Mutation: { b: () => prisma.order.create({ data }) } };",
    'a command handler': "import { CommandHandler } from '@nestjs/cqrs'; import { Repository } from 'typeorm'; @CommandHandler(PlaceOrder) export class PlaceOrderHandler { constructor(private orders: Repository<Order>) {} async execute() { await this.orders.save(order); } }",
    'an allowed model': { code: get('await prisma.order.update({ data });'), options: { allow: ['order*'] } },
    'an allowed table': { code: `${pool} app.get('/orders', async (req, res) => { await pool.query('UPDATE report_rows SET a = 1'); res.end(); });`, options: { allow: ['report_*'] } },
    'a migration': { code: get('await prisma.order.update({ data });'), filename: 'migrations/a.ts' },
  },
  invalid: {
    'a write in a GET handler': { code: get('await prisma.order.update({ where, data });'), errors: [{ messageId: 'write', data: { call: 'prisma.order.update', does: 'writes', query: 'the `GET /orders` handler' } }] },
    'two writes are one report': { code: get('await prisma.order.update({ where, data }); await prisma.item.deleteMany();'), errors: ['write'] },
    'SQL, in CommonJS': { code: "const express = require('express'); const { Pool } = require('pg'); const db = new Pool(); const router = express.Router(); router.get('/a', async (req, res) => { await db.query('DELETE FROM carts WHERE id = $1', [1]); res.end(); });", ...cjs, errors: [{ messageId: 'write', data: { call: 'db.query', does: 'writes `carts`', query: 'the `GET /a` handler' } }] },
    'a transaction client': { code: get('await prisma.$transaction(async (tx) => { await tx.order.create({ data }); });'), errors: ['write'] },
    'a helper of the same file': { code: `${app} async function close(id) { await prisma.order.update({ data }); } app.get('/orders/:id', async (req, res) => { await close(req.params.id); res.end(); });`, errors: [{ messageId: 'reached', data: { call: 'prisma.order.update', does: 'writes', query: 'the `GET /orders/:id` handler', path: '`close`' } }] },
    'JavaScript modules': { code: get('await prisma.order.update({ where, data });'), language: 'js', errors: ['write'] },
    'a controller': { code: "import { Controller, Get as Read } from '@nestjs/common'; import { Repository } from 'typeorm'; @Controller() class Orders { constructor(private readonly orders: Repository<Order>) {} @Read() async list() { await this.orders.update(1, { open: false }); } }", errors: [{ messageId: 'write', data: { call: 'this.orders.update', does: 'writes', query: '`Orders.list`' } }] },
    'a Next.js route': { code: "import { db } from './db'; import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export async function GET() { await prisma.order.create({ data }); return new Response('ok'); }", filename: 'app/api/orders/route.ts', errors: ['write'] },
    'a field of Query': { code: "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export const resolvers = { Query: { order: () => prisma.order.update({ data }) } };", errors: ['write'] },
    'a decorated query': { code: "import { Query, Resolver } from '@nestjs/graphql'; import { Repository } from 'typeorm'; @Resolver() class Orders { constructor(private readonly orders: Repository<Order>) {} @Query() async order() { return this.orders.save({}); } }", errors: ['write'] },
    'a tRPC query': { code: "import { initTRPC } from '@trpc/server'; import { PrismaClient } from '@prisma/client'; const t = initTRPC.create(); const prisma = new PrismaClient(); export const api = t.router({ order: t.procedure.query(() => prisma.order.update({ data })), place: t.procedure.mutation(() => prisma.order.create({ data })) });", errors: ['write'] },
    'a query handler': { code: "import { QueryHandler } from '@nestjs/cqrs'; import { Repository } from 'typeorm'; @QueryHandler(GetOrder) export class GetOrderHandler { constructor(private orders: Repository<Order>) {} async execute() { await this.orders.save(order); } }", errors: [{ messageId: 'write', data: { call: 'this.orders.save', does: 'writes', query: '`GetOrderHandler.execute`' } }] },
    'a query handler by its interface': { code: "import type { IQueryHandler } from '@nestjs/cqrs'; import { Repository } from 'typeorm'; export class GetOrderHandler implements IQueryHandler<GetOrder> { constructor(private orders: Repository<Order>) {} async execute() { await this.orders.delete(1); } }", errors: ['write'] },
    'an event that a query publishes': { code: "import { EventBus, QueryHandler } from '@nestjs/cqrs'; @QueryHandler(GetOrder) export class GetOrderHandler { constructor(private readonly bus: EventBus) {} async execute() { this.bus.publish(new OrderShipped(1)); } }", errors: [{ messageId: 'write', data: { call: 'publish', does: 'publishes `OrderShipped`', query: '`GetOrderHandler.execute`' } }] },
    'another model than the allowed one': { code: get('await prisma.order.update({ data });'), options: { allow: ['orders_*'] }, errors: ['write'] },
  },
});

describe('no-write-in-query across files', () => {
  let project: Project | undefined;
  afterEach(() => {
    project?.remove();
    project = undefined;
  });

  it('follows imported functions and their clients', () => {
    project = projectOf({
      'package.json': { dependencies: { express: '^5.0.0' } },
      'src/db.ts': "import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();",
      'src/orders.ts': "import { db } from './db';\nexport async function expire(id: string) { await db.order.update({ where: { id }, data: { open: false } }); }\nexport const find = (id: string) => db.order.findFirst({ where: { id } });",
    });
    setHost(nodeHost());
    const linter = new Linter({ configType: 'flat', cwd: project.root });
    const config: Linter.Config = { files: ['**/*.*'], languageOptions: { parser: tsParser as unknown as Linter.Parser }, plugins: { p: { rules: { x: rule as unknown as EslintRule.RuleModule } } }, rules: { 'p/x': ['error', { otherFiles: true }] } };
    const code = "import express from 'express'; import { expire, find } from './orders'; const app = express(); app.get('/a', async (req, res) => { await expire('1'); res.end(); }); app.get('/b', async (req, res) => { res.json(await find('1')); });";
    expect(linter.verify(code, [config], { filename: project.path('src/routes.ts') }).map(({ message }) => message))
      .toEqual(['`db.order.update` writes though the `GET /a` handler, which leads there through `expire`, is a query (P015). Move that into a command.']);
    expect(linter.verify(code, [{ ...config, rules: { 'p/x': 'error' } }], { filename: project.path('src/routes.ts') })).toEqual([]);
  });
});
