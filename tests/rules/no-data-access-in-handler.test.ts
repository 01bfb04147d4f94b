import * as tsParser from '@typescript-eslint/parser';
import { Linter, type Rule as EslintRule } from 'eslint';
import { afterEach, describe, expect, it } from 'vitest';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/p013-separation-of-concerns/no-data-access-in-handler.js';
import { projectOf, type Project } from '../helpers/project.js';
import { testRule } from '../helpers/rule-tester.js';

const app = "import express from 'express'; import { PrismaClient } from '@prisma/client'; import { load } from './load'; const app = express(); const prisma = new PrismaClient();";
/** Two more handlers, so that the file has the three from which layers pay. */
const others = "app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end());";
const cjs = { language: 'js', sourceType: 'commonjs' } as const;
const nest = "import { Controller, Get, Post } from '@nestjs/common'; import { Repository } from 'typeorm';";

testRule(rule, {
  valid: {
    'a handler that calls a service': `${app} ${others} app.get('/a', async (req, res) => { res.json(await load(req.query.id)); });`,
    'a helper of the same file': `${app} ${others} async function users() { return prisma.user.findMany(); } app.get('/a', async (req, res) => { res.json(await users()); });`,
    'fewer handlers than three': `${app} app.get('/a', async (req, res) => { res.json(await prisma.user.findMany()); }); app.get('/b', (req, res) => res.end());`,
    'a readiness probe': `${app} ${others} app.get('/ready', async (req, res) => { await prisma.$queryRaw\`SELECT 1\`; res.end(); });`,
    'a probe whose text stands in the tag': "import express from 'express'; import { sql } from 'kysely'; import { shop } from './shop'; const app = express(); app.get('/up', async (req, res) => { await sql`select 1`.execute(shop.db); res.end(); }); app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end());",
    'a probe by its path': `${app} ${others} app.get('/api/_health', async (req, res) => { res.json(await prisma.user.count()); });`,
    'a ping': "import express from 'express'; import { load } from './load'; import { MongoClient } from 'mongodb'; const app = express(); const db = new MongoClient(url).db('a'); app.get('/ready', async (req, res) => { await db.command({ ping: 1 }); res.end(); }); app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end());",
    'middleware': `${app} ${others} app.use(async (req, res, next) => { req.user = await prisma.user.findFirst(); next(); });`,
    'middleware of a route': `${app} ${others} app.get('/a', async (req, res, next) => { req.user = await prisma.user.findFirst(); next(); }, (req, res) => res.json(req.user));`,
    'an error handler': `${app} ${others} app.use(async (error, req, res, next) => { await prisma.failure.create({ data }); res.end(); });`,
    'a cache': "import express from 'express'; import Redis from 'ioredis'; import { load } from './load'; const app = express(); const redis = new Redis(); app.get('/a', async (req, res) => { res.send(await redis.get('a')); }); app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end());",
    'a session and a token of an auth library': "import express from 'express'; import { issue } from './auth'; const app = express(); app.post('/a', async (req, res) => { const token = await issue(req); await token.save(); req.session.destroy(); res.end(); }); app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end());",
    'a command object with an ORM name': "import express from 'express'; import { CreateUser } from './commands'; const app = express(); app.post('/a', async (req, res) => { res.json(await bus.execute(CreateUser.create(req.body))); }); app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end());",
    'a fragment that is only built': "import express from 'express'; import { load } from './load'; import postgres from 'postgres'; const sql = postgres(url); const app = express(); app.get('/a', async (req, res) => { const parts = req.query.ids.map((id) => sql`id = ${id}`); res.json(await load(parts)); }); app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end());",
    'a file of repositories': { code: `${nest} @Controller() class Users { constructor(private users: Repository<User>) {} @Get() a() { return this.users.find(); } @Get('b') b() {} @Get('c') c() {} }`, filename: 'src/user.repository.ts' },
    'a file of services': { code: "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export const a = async (req, res) => { res.json(await prisma.a.findMany()); }; export const b = (req, res) => res.json(1); export const c = (req, res) => res.json(1);", filename: 'src/services/users.ts' },
    'a file of repositories by the settings': { code: `${app} ${others} app.get('/a', async (req, res) => { res.json(await prisma.user.findMany()); });`, filename: 'src/storage/users.ts', settings: { files: { repositories: ['src/storage/**'] } } },
    'a job': "import { Worker } from 'bullmq'; import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); new Worker('a', async (job) => { await prisma.user.update(job.data); });",
    'a server action': { code: "'use server'; import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export async function save(form) { await prisma.user.update({ data: form }); }", filename: 'app/actions.ts' },
    'the loader of a page': { code: "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export async function getServerSideProps() { return { props: { users: await prisma.user.findMany() } }; }", filename: 'pages/users.tsx' },
    'a Next.js route that only passes one query on': { code: "import { PrismaClient } from '@prisma/client'; const db = new PrismaClient(); export async function GET(request) { if (!request.headers.get('a')) return new Response(null, { status: 401 }); const users = await db.user.findMany(); return Response.json(users); }", filename: 'app/api/users/route.ts' },
    'a function that a maker of routes calls': { code: "import { PrismaClient } from '@prisma/client'; import { makeRoute } from './routes'; const db = new PrismaClient(); export const GET = makeRoute('a', load); async function load({ from, to }) { const a = await db.user.findMany({ from }); const b = await db.user.count({ to }); return { a, b }; }", filename: 'app/api/users/route.ts' },
    'a small program in one file': "import express from 'express'; import { PrismaClient } from '@prisma/client'; const app = express(); const prisma = new PrismaClient(); app.get('/a', async (req, res) => { res.json(await prisma.user.findMany()); }); app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end()); app.listen(3000);",
    'a small program with its client and its tables in files of their own': { code: "import express from 'express'; import { PrismaClient } from '@prisma/client'; import { tables } from './db/schema'; import type { Row } from './types.js'; export const app = express(); const prisma = new PrismaClient(); app.get('/a', async (req, res) => { res.json(await prisma.user.findMany(tables)); }); app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end());", filename: 'src/server.ts' },
    'a Next.js route that looks one row up and leaves the work to functions': { code: "import { PrismaClient } from '@prisma/client'; import { split, charge } from './payouts'; const db = new PrismaClient(); export async function POST(request) { const { id } = await request.json(); const shop = await db.shop.findUniqueOrThrow({ where: { id } }); if (shop.closed) return new Response('closed'); const program = shop.programs[0]; const invoice = shop.invoices[0]; if (program.late) { await split(program); } await charge({ program, invoice }); return Response.json({ id }); }", filename: 'app/api/payouts/route.ts' },
    'a Next.js route that passes one query on to those who are signed in': { code: "import { PrismaClient } from '@prisma/client'; import { sessionOf } from './session'; const db = new PrismaClient(); export async function GET(request) { const session = await sessionOf(request); if (session) { const user = await db.user.findUnique({ where: { id: session.id } }); return Response.json({ ...user }); } return Response.json({ status: 'nobody' }); }", filename: 'app/api/me/route.ts' },
    'a hook with the parameters of a handler': "import { resource, load } from './resource'; import express, { type Request, type Response } from 'express'; import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); const app = express(); resource.create.before((req: Request, res: Response, context: { continue: boolean }) => { prisma.wallet.create({ data: context.data }); return context.continue; }); app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end()); app.get('/d', (req, res) => res.end());",
    'more handlers asked for': { code: `${app} ${others} app.get('/a', async (req, res) => { res.json(await prisma.user.findMany()); });`, options: { minFileHandlers: 4 } },
    'a script': { code: `#!/usr/bin/env node\nimport { PrismaClient } from '@prisma/client'; new PrismaClient().user.findMany();` },
  },
  invalid: {
    'a query whose text stands in the tag': { code: "import express from 'express'; import { sql } from 'kysely'; import { shop } from './shop'; const app = express(); app.get('/up', async (req, res) => { res.json(await sql`select name from goods`.execute(shop.db)); }); app.get('/b', (req, res) => res.end()); app.get('/c', (req, res) => res.end());", errors: ['access'] },
    'one call': { code: `${app} ${others} app.get('/a', async (req, res) => { res.json(await prisma.user.findMany()); });`, errors: [{ messageId: 'access', data: { handler: 'The `GET /a` handler', calls: '`prisma.user.findMany`' } }] },
    'several calls are one report': { code: `${app} ${others} app.post('/a', async (req, res) => { const user = await prisma.user.findFirst(); await prisma.$transaction(async (tx) => { await tx.order.create({ data }); await tx.user.update({ data }); }); res.json(user); });`, errors: [{ messageId: 'access', data: { handler: 'The `POST /a` handler', calls: '`prisma.user.findFirst` and 2 more calls' } }] },
    'a named function, at its name': { code: `${app}\nexport async function list(req, res) { res.json(await prisma.user.findMany()); }\nexport function b(req, res) { res.end(); }\nexport function c(req, res) { res.end(); }`, errors: [{ messageId: 'access', line: 2, column: 23, endColumn: 27 }] },
    'an arrow function, at its parameters': { code: `${app} ${others}\napp.get('/a', async (req, res) => {\n  res.json(await prisma.user.findMany());\n});`, errors: [{ messageId: 'access', line: 2, column: 21, endLine: 2, endColumn: 31 }] },
    'a handler that hands on errors only': { code: `${app} export const list = async (req, res, next) => { try { res.json(await prisma.user.findMany()); } catch (error) { next(error); } }; export const b = (req, res) => res.json(1); export const c = (req, res) => res.json(1);`, errors: ['access'] },
    'a controller with an injected repository': { code: `${nest} @Controller('users') class UsersController { constructor(private readonly users: Repository<User>) {} @Get() list() { return this.users.find(); } @Get('b') b() {} @Post('c') c() {} }`, errors: [{ messageId: 'access', data: { handler: '`UsersController.list`', calls: '`this.users.find`' } }] },
    'resolvers': { code: "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export const resolvers = { Query: { users: () => prisma.user.findMany(), a: () => 1 }, Mutation: { b: () => 2 } };", errors: [{ messageId: 'access', data: { handler: 'The `Query.users` resolver', calls: '`prisma.user.findMany`' } }] },
    'tRPC procedures': { code: "import { initTRPC } from '@trpc/server'; import { PrismaClient } from '@prisma/client'; const t = initTRPC.create(); const prisma = new PrismaClient(); export const api = t.router({ list: t.procedure.query(() => prisma.user.findMany()), b: t.procedure.query(() => 1), c: t.procedure.mutation(() => 2) });", errors: ['access'] },
    'CommonJS and SQL': { code: "const express = require('express'); const { Pool: PgPool } = require('pg'); const { load } = require('./load'); const db = new PgPool(); const router = express.Router(); router.get('/a', (req, res) => { db.query('SELECT * FROM users', (error, { rows }) => res.json(rows)); }); router.get('/b', (req, res) => res.end()); router.get('/c', (req, res) => res.end()); module.exports = router;", ...cjs, errors: [{ messageId: 'access', data: { handler: 'The `GET /a` handler', calls: '`db.query`' } }] },
    'JavaScript modules': { code: `${app} ${others} app.get('/a', async (req, res) => { res.json(await prisma.user.findMany()); });`, language: 'js', errors: ['access'] },
    'a Next.js route alone': { code: "import { PrismaClient as Client } from '@prisma/client'; const db = new Client(); export async function GET() { const users = await db.user.findMany(); const count = await db.user.count(); return Response.json({ users, count }); }", filename: 'app/api/users/route.ts', errors: [{ messageId: 'access', data: { handler: '`GET`', calls: '`db.user.findMany` and 1 more call' } }] },
    'a Next.js route that works on what one query gives': { code: "import { PrismaClient } from '@prisma/client'; const db = new PrismaClient(); export async function GET() { const users = await db.user.findMany(); const names = []; for (const user of users) names.push(user.name); return Response.json(names); }", filename: 'app/api/users/route.ts', errors: ['access'] },
    'a Next.js route that reads a list before it leaves the work to functions': { code: "import { PrismaClient } from '@prisma/client'; import { expire } from './cache'; const db = new PrismaClient(); export async function POST(request) { const { id } = await request.json(); const links = await db.link.findMany({ where: { shop: { id, open: true } } }); if (links.length === 0) return new Response('none'); const keys = links.map((link) => link.key); await expire(keys); const count = keys.length; return Response.json({ count }); }", filename: 'app/api/links/route.ts', errors: ['access'] },
    'a Next.js route that looks one row up and works on it': { code: "import { PrismaClient } from '@prisma/client'; const db = new PrismaClient(); export async function GET(request) { const id = request.headers.get('id'); const user = await db.user.findUnique({ where: { id } }); if (!user) return new Response(null, { status: 404 }); const parts = user.name.split(' '); const first = parts[0]; const last = parts.at(-1); const initials = parts.map((part) => part[0]).join(''); const label = first + last; return Response.json({ label, initials }); }", filename: 'app/api/users/route.ts', errors: ['access'] },
    'a Next.js API page': { code: "import mongoose from 'mongoose'; const User = mongoose.model('User', new mongoose.Schema({})); export default async function handler(req, res) { const user = await User.findOne(); user.seen += 1; await user.save(); res.json(user); }", filename: 'pages/api/users.ts', errors: ['access'] },
    'a large program in one file': { code: `import express from 'express'; import { PrismaClient } from '@prisma/client'; const app = express(); const prisma = new PrismaClient(); app.get('/a', async (req, res) => { res.json(await prisma.user.findMany()); }); ${Array.from({ length: 11 }, (_, index) => `app.get('/${index}', (req, res) => res.end());`).join(' ')} app.listen(3000);`, errors: ['access'] },
    'a server file with services beside it': { code: `${app} ${others} app.get('/a', async (req, res) => { res.json(await prisma.user.findMany()); });`, filename: 'src/server.ts', errors: ['access'] },
    'a controller named after the program, with a service of the client': { code: `${nest} import { PrismaService } from './prisma.service'; @Controller() export class AppController { constructor(private readonly users: Repository<User>) {} @Get() list() { return this.users.find(); } @Get('b') b() {} @Post('c') c() {} }`, filename: 'src/app.controller.ts', errors: ['access'] },
    'a handler that takes next': { code: "import type { NextFunction, Request, Response } from 'express'; import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export function a() { return async (req: Request, res: Response, next: NextFunction) => { res.json(await prisma.card.findMany()); }; } export function b() { return (req: Request, res: Response) => { res.end(); }; } export function c() { return (req: Request, res: Response) => { res.end(); }; }", errors: [{ messageId: 'access', data: { handler: 'This handler', calls: '`prisma.card.findMany`' } }] },
    'fewer handlers asked for': { code: `${app} app.get('/a', async (req, res) => { res.json(await prisma.user.findMany()); });`, options: { minFileHandlers: 1 }, errors: ['access'] },
  },
});

describe('no-data-access-in-handler across files', () => {
  let project: Project | undefined;
  afterEach(() => {
    project?.remove();
    project = undefined;
  });

  it('sees a model that the handler imports, not the repository behind a service', () => {
    project = projectOf({
      'package.json': { dependencies: { express: '^5.0.0', mongoose: '^8.0.0' } },
      'src/user.js': "const mongoose = require('mongoose');\nmodule.exports = mongoose.model('User', new mongoose.Schema({}));",
      'src/users.js': "const User = require('./user');\nexports.load = () => User.find();",
    });
    setHost(nodeHost());
    const linter = new Linter({ configType: 'flat', cwd: project.root });
    const plugin = { rules: { x: rule as unknown as EslintRule.RuleModule } };
    const config: Linter.Config = { files: ['**/*.*'], languageOptions: { parser: tsParser as unknown as Linter.Parser, sourceType: 'commonjs' }, plugins: { p: plugin }, rules: { 'p/x': 'error' } };
    const code = "const User = require('./user'); const { load } = require('./users'); exports.a = async (req, res) => { res.json(await User.find()); }; exports.b = async (req, res) => { res.json(await load()); }; exports.c = (req, res) => { res.json(1); };";
    expect(linter.verify(code, [config], { filename: project.path('src/controller.js') }).map(({ message }) => message.split(' works')[0])).toEqual(['`a`']);
  });
});
