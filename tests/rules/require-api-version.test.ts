import dedent from 'dedent';
import { afterAll } from 'vitest';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/p018-api-versioning/require-api-version.js';
import { projectOf } from '../helpers/project.js';
import { testRule } from '../helpers/rule-tester.js';

setHost(nodeHost());
const project = projectOf({
  'package.json': { name: 'shop', dependencies: { express: '^5', fastify: '^5', hono: '^4' } },
  'src/users.ts': `import { Router } from 'express'; import { list, add } from './handlers'; const users = Router(); users.get('/', list); users.post('/', add); users.get('/:id', list); export default users;`,
  'src/versioned.ts': `import { Router } from 'express'; const r = Router(); r.get('/v1/pets', list); export const pets = r;`,
  'src/nested.ts': `import { Router } from 'express'; import users from './users'; const api = Router(); api.use('/users', users); export { api };`,
  'src/setup.ts': `import type { Express } from 'express'; export function routes(app: Express) { app.get('/a', f); app.get('/b', f); app.get('/c', f); }`,
  'src/plain.js': `module.exports = function (app) { app.get('/v1/users', list); };`,
  'src/factory.ts': `import { Router } from 'express'; export function makeUsers(db: unknown) { const r = Router(); r.get('/a', f); r.get('/b', f); r.get('/c', f); return r; }`,
  'src/plugin.ts': `import type { FastifyInstance } from 'fastify'; export default async function (app: FastifyInstance) { app.get('/a', f); app.get('/b', f); app.get('/c', f); }`,
  'src/index.ts': `export { default as users } from './users';`,
});
afterAll(() => project.remove());

const filename = project.path('src/server.ts');
const app = `import express from 'express'; const app = express();`;
/** Three routes of an API. */
const three = `app.get('/users', (req, res) => { res.json([]); }); app.post('/users', (req, res) => { res.json({}); }); app.get('/users/:id', (req, res) => { res.json({}); });`;
const listen = `app.listen(80);`;

testRule(rule, {
  valid: {
    'a version in every path': `${app} ${three.replaceAll('/users', '/v1/users')} ${listen}`,
    'a version in the mount': `${app} const api = express.Router(); ${three.replaceAll('app.', 'api.')} app.use('/api/v2', api); ${listen}`,
    'a version in one path: the rest was left out on purpose': `${app} ${three} app.get('/v1/orders', (req, res) => { res.json([]); }); ${listen}`,
    'a version as /api-v1': `${app} ${three.replaceAll('/users', '/api-v1/users')} ${listen}`,
    'a version as /v1.1': `${app} ${three.replaceAll('/users', '/v1.1/users')} ${listen}`,
    'a version as /v1beta2': `${app} ${three.replaceAll('/users', '/v1beta2/users')} ${listen}`,
    'a version as /apiv2': `${app} ${three.replaceAll('/users', '/apiv2/users')} ${listen}`,
    'a version as /2024-10-01': `${app} ${three.replaceAll('/users', '/2024-10-01/users')} ${listen}`,
    'a version as /2': `${app} ${three.replaceAll('/users', '/2/users')} ${listen}`,
    'a version as /:version': `${app} ${three.replaceAll('/users', '/:version/users')} ${listen}`,
    'a version as /:apiVersion': `${app} ${three.replaceAll('/users', '/:apiVersion/users')} ${listen}`,
    'a version as /V3': `${app} ${three.replaceAll('/users', '/V3/users')} ${listen}`,
    'both paths in a list': `${app} ${three.replaceAll(`'/users'`, `['/v1/users', '/users']`)} ${listen}`,
    'a constant with the version': `${app} const BASE = '/api/v1'; const r = express.Router(); ${three.replaceAll('app.', 'r.')} app.use(BASE, r); ${listen}`,
    'a prefix that is not known': `${app} import { config } from './config'; const r = express.Router(); ${three.replaceAll('app.', 'r.')} app.use(config.apiPrefix, r); ${listen}`,
    'Fastify prefix': `import Fastify from 'fastify'; const app = Fastify(); app.register(async (api) => { ${three.replaceAll('app.', 'api.')} }, { prefix: '/v1' }); ${listen}`,
    'Fastify version constraint': `import Fastify from 'fastify'; const app = Fastify(); app.get('/a', { constraints: { version: '1.0.0' } }, async () => []); ${three} ${listen}`,
    'Hono basePath': `import { Hono } from 'hono'; const app = new Hono().basePath('/v1'); ${three.replaceAll('res.json', 'c.json')} export default { fetch: app.fetch };`,
    'Koa prefix': `import Koa from 'koa'; import Router from '@koa/router'; const app = new Koa(); const r = new Router({ prefix: '/v1' }); r.get('/a', f).get('/b', f).get('/c', f); app.use(r.routes()); ${listen}`,
    'Elysia group': `import { Elysia } from 'elysia'; new Elysia().group('/v1', (app) => app.get('/a', () => ({})).get('/b', () => ({})).get('/c', () => ({}))).listen(80);`,
    'an exported router: the place that mounts it decides': `import { Router } from 'express'; const app = Router(); ${three} export default app;`,
    'an exported application': `${app} ${three} export { app };`,
    'in CommonJS': { code: `const app = require('express')(); ${three} module.exports = app;`, language: 'js', sourceType: 'commonjs' },
    'a default-exported Hono application that is served elsewhere': `import { Hono } from 'hono'; const app = new Hono(); ${three} export default app;`,
    'a router that is a parameter': `import type { Express } from 'express'; export function routes(app: Express) { ${three} }`,
    'a router that is returned': `import express from 'express'; export function make() { const app = express(); ${three} return app; }`,
    'a router in a field': `import { Router } from 'express'; export class Users { router = Router(); constructor() { this.router.get('/a', f); this.router.get('/b', f); this.router.get('/c', f); } }`,
    'controllers: the bootstrap file decides': `import { Controller, Get } from '@nestjs/common'; @Controller('users') export class Users { @Get('a') a() { return []; } @Get('b') b() { return []; } @Get('c') c() { return []; } }`,
    'the bootstrap file with a global prefix': `import { NestFactory } from '@nestjs/core'; import { VersioningType } from '@nestjs/common'; async function bootstrap() { const app = await NestFactory.create(AppModule); app.setGlobalPrefix('api'); app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' }); await app.listen(80); } bootstrap();`,
    'fewer routes than an API has': `${app} app.get('/users', (req, res) => { res.json([]); }); ${listen}`,
    'probes, documents, webhooks, callbacks, files, protocols, the root': `${app} for (const x of []) x(); ${['/', '/health', '/healthz', '/api/ready', '/metrics', '/docs', '/api-docs/json', '/openapi.json', '/webhooks/stripe', '/github-webhook', '/auth/google/callback', '/login', '/.well-known/jwks', '/favicon.ico', '/static/x', '/graphql', '/mcp', '/ws', '*', '/api/*', '/admin/queues']
      .map((path) => `app.get('${path}', (req, res) => { res.json({}); });`).join(' ')} ${listen}`,
    'pages': `${app} app.get('/a', (req, res) => { res.render('a'); }); app.get('/b', (req, res) => { res.sendFile('b'); }); app.get('/c', (req, res) => { res.redirect('/a'); }); app.get('/d', (req, res) => { res.type('text/html').send('x'); }); ${listen}`,
    'handlers elsewhere in an application that renders pages': `${app} import * as pages from './pages'; app.set('view engine', 'pug'); app.get('/a', pages.a); app.get('/b', pages.b); app.post('/c', pages.c); ${listen}`,
    'an application that serves its own front end': `${app} app.use(express.static('public')); ${three} ${listen}`,
    'a catch-all for the front end': `${app} ${three} app.get('*', (req, res) => res.sendFile('/srv/index.html')); ${listen}`,
    'a header carries the version': `${app} app.use((req, res, next) => { req.version = req.get('Accept-Version') ?? '1'; next(); }); ${three} ${listen}`,
    'a header of the team': { code: `${app} app.use((req, res, next) => { if (req.headers['shop-version'] !== '2') res.status(400); next(); }); ${three} ${listen}`, options: { headers: ['Shop-Version'] } },
    'a media type carries the version': `${app} app.use((req, res, next) => { res.type('application/vnd.shop.v1+json'); next(); }); ${three} ${listen}`,
    'a media type of the team': { code: `${app} app.use((req, res, next) => { res.type('application/shop-1+json'); next(); }); ${three} ${listen}`, options: { mediaTypes: ['application/shop-'] } },
    'a host carries the version': { code: `${app} import vhost from 'vhost'; const outer = express(); outer.use(vhost('one.api.example.com', app)); ${three} ${listen}`, options: { hosts: ['one.api.example.com'] } },
    'an example': { code: `${app} ${three} ${listen}`, filename: 'examples/server.ts' },
    'a test': { code: `${app} ${three} ${listen}`, filename: 'src/server.test.ts' },
    'a router of a file with versions': { code: `${app} import { pets } from './versioned'; app.use(pets); ${three} ${listen}`, filename },
    'a router of a file that cannot be read': { code: `${app} import gone from './gone'; app.use('/gone', gone); ${three} ${listen}`, filename },
    'a function of another file that may register more': { code: `${app} require('./plain')(app); ${three} ${listen}`, filename },
    'routers in a loop': { code: `${app} import * as all from './all'; for (const r of all.list) app.use(r); ${three} ${listen}`, filename },
    'an HTTP client': `import axios from 'axios'; export async function f() { await axios.get('/users', {}); await axios.get('/a', {}); await axios.get('/b', {}); }`,
    'tRPC procedures': `import { initTRPC } from '@trpc/server'; const t = initTRPC.create(); export const router = t.router({ a: t.procedure.query(() => 1), b: t.procedure.query(() => 2), c: t.procedure.query(() => 3) });`,
    'a server without routes': `import { createServer } from 'node:http'; createServer((req, res) => res.end('{}')).listen(80);`,
    'a Next.js route': { code: `export async function GET() { return Response.json([]); }`, filename: 'src/app/api/users/route.ts' },
    'a Next.js route with a version': { code: `export async function GET() { return Response.json([]); }`, filename: 'src/app/api/v1/users/route.ts', options: { next: true } },
    'a Next.js webhook, catch-all and page': { code: `export async function POST() { return Response.json([]); }`, filename: 'app/api/webhooks/stripe/route.ts', options: { next: true } },
    'a Next.js catch-all': { code: `export default function handler(req, res) { res.json({}); }`, filename: 'pages/api/[...all].ts', options: { next: true } },
  },
  invalid: {
    'routes of the application': {
      code: dedent`
        import express from 'express';
        const app = express();
        app.get('/users', async (req, res) => { res.json(await list()); });
        app.route("/api/orders").post((req, res) => { res.json({}); });
        app.get('/users/:id', async (req, res) => { res.json(await list()); }); // one
        app.get('/health', (req, res) => { res.json({}); });
        app.listen(80);
      `,
      errors: [{
        messageId: 'unversioned',
        data: { count: 3, route: 'POST /api/orders', path: '/api/v1/orders' },
        line: 2,
        column: 13,
        suggestions: [{
          messageId: 'both',
          data: { path: '/api/v1/orders' },
          output: dedent`
            import express from 'express';
            const app = express();
            app.get(['/v1/users', '/users'], async (req, res) => { res.json(await list()); });
            app.route(["/api/v1/orders", "/api/orders"]).post((req, res) => { res.json({}); });
            app.get(['/v1/users/:id', '/users/:id'], async (req, res) => { res.json(await list()); }); // one
            app.get('/health', (req, res) => { res.json({}); });
            app.listen(80);
          `,
        }],
      }],
    },
    'CommonJS in JavaScript, a mounted router: one path to edit': {
      code: dedent`
        const express = require('express');
        const app = express();
        const api = express.Router();
        api.get('/a', (req, res) => res.send({ a: 1 }));
        api.get('/b', (req, res) => res.send({ b: 1 }));
        api.get('/c', (req, res) => res.send({ c: 1 }));
        app.use('/api', api);
        app.listen(80);
        module.exports = app;
      `,
      language: 'js',
      sourceType: 'commonjs',
      options: { version: 'v2' },
      errors: [{
        messageId: 'unversioned',
        data: { count: 3, route: 'GET /api/a', path: '/api/v2/a' },
        suggestions: [{
          messageId: 'both',
          output: dedent`
            const express = require('express');
            const app = express();
            const api = express.Router();
            api.get('/a', (req, res) => res.send({ a: 1 }));
            api.get('/b', (req, res) => res.send({ b: 1 }));
            api.get('/c', (req, res) => res.send({ c: 1 }));
            app.use(['/api/v2', '/api'], api);
            app.listen(80);
            module.exports = app;
          `,
        }],
      }],
    },
    'a router of another file': { code: `${app} import users from './users'; app.use('/users', users); ${listen}`, filename, errors: [{ messageId: 'unversioned', data: { count: 3, route: 'GET /users/', path: '/v1/users/' }, suggestions: 1 }] },
    'through a barrel': { code: `${app} import { users } from './index'; app.use('/users', users); ${listen}`, filename, errors: [{ messageId: 'unversioned', suggestions: 1 }] },
    'two files away': { code: `${app} import { api } from './nested'; app.use('/api', api); ${listen}`, filename, errors: [{ messageId: 'unversioned', data: { count: 3, route: 'GET /api/users/', path: '/api/v1/users/' }, suggestions: 1 }] },
    'a function of another file that registers them': { code: `${app} import { routes } from './setup'; routes(app); ${listen}`, filename, errors: ['unversioned'] },
    'a function of another file that makes the router': { code: `${app} import { makeUsers } from './factory'; app.use('/users', makeUsers(db)); ${listen}`, filename, errors: [{ messageId: 'unversioned', suggestions: 1 }] },
    'a plugin of another file': { code: `import Fastify from 'fastify'; import plugin from './plugin'; const app = Fastify(); app.register(plugin, { prefix: '/users' }); app.listen({ port: 80 });`, filename, errors: ['unversioned'] },
    'Fastify takes no list: a message only': { code: `import { fastify } from 'fastify'; const app = fastify(); app.get('/a', async () => []); app.get('/b', async () => []); app.get('/c', async (req, reply) => reply.send({ c: 1 })); app.listen({ port: 80 });`, errors: ['unversioned'] },
    'Hono that Bun serves': { code: `import { Hono as App } from 'hono'; const app = new App(); app.get('/a', (c) => c.json(1)).get('/b', (c) => c.json(1)).get('/c', (c) => c.json(1)); export default { port: 80, fetch: app.fetch };`, errors: ['unversioned'] },
    'Koa: the router takes a list': {
      code: `import Koa from 'koa'; import Router from '@koa/router'; const app = new Koa(); const r = new Router(); r.get('/a', (ctx) => { ctx.body = { a: 1 }; }); r.get('/b', (ctx) => { ctx.body = { a: 1 }; }); r.get('/c', (ctx) => { ctx.body = { a: 1 }; }); app.use(r.routes()).use(r.allowedMethods()); app.listen(80);`,
      errors: [{ messageId: 'unversioned', suggestions: 1 }],
    },
    'Elysia': { code: `import { Elysia } from 'elysia'; new Elysia({ prefix: '/api' }).get('/a', () => ({})).get('/b', () => ({})).get('/c', () => ({})).listen(80);`, errors: ['unversioned'] },
    'hapi': { code: `const Hapi = require('@hapi/hapi'); const server = Hapi.server({ port: 80 }); server.route([{ method: 'GET', path: '/a', handler: () => ({}) }, { method: 'GET', path: '/b', handler: () => ({}) }, { method: 'POST', path: '/c', handler: () => ({}) }]); server.start();`, language: 'js', sourceType: 'commonjs', errors: ['unversioned'] },
    'an application in a field': { code: `import express from 'express'; class Server { app = express(); constructor() { this.app.get('/a', (req, res) => res.json(1)); this.app.get('/b', (req, res) => res.json(1)); this.app.get('/c', (req, res) => res.json(1)); } start() { this.app.listen(80); } } new Server().start();`, errors: [{ messageId: 'unversioned', suggestions: 1 }] },
    'one route is enough': { code: `${app} app.get('/users', (req, res) => { res.json([]); }); ${listen}`, options: { minRoutes: 1 }, errors: [{ messageId: 'unversioned', suggestions: 1 }] },
    'a Next.js route handler': { code: `export async function GET() { return Response.json([]); }\nexport const POST = async () => Response.json({});`, filename: 'src/app/(shop)/api/users/[id]/route.ts', options: { next: true }, errors: [{ messageId: 'unversionedFile', data: { route: '/api/users/[id]', path: '/api/v1/users/[id]' }, line: 1, column: 23 }] },
    'a Next.js API page': { code: `export default function handler(req, res) { res.json({}); }`, filename: 'pages/api/users/index.js', language: 'js', options: { next: true }, errors: [{ messageId: 'unversionedFile', data: { route: '/api/users', path: '/api/v1/users' } }] },
  },
});
