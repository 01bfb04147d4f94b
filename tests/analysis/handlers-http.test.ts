import { describe, expect, it } from 'vitest';
import { handlersIn } from '../helpers/handlers.js';

const js = { language: 'js' } as const;
const cjs = { language: 'js', sourceType: 'commonjs' } as const;

describe('Express', () => {
  it('finds routes, middlewares and router methods of an ES module', () => {
    expect(handlersIn(`
      import express, { Router } from 'express';
      const app = express();
      app.use((req, res, next) => next());
      app.get('/users', auth, (req, res) => { load(req); });
      const api = Router();
      api.post('/orders', [validate, async (request, response) => { save(request); }]);
      api.route('/carts').get(list).delete(async function drop(req, res) {});
      function list(req, res) {}
      app.listen(3000, () => console.log('up'));
    `, js)).toEqual([
      'middleware | Express | this middleware | unknown',
      'http | Express | GET | /users | the `GET /users` handler | unknown',
      'http | Express | POST | /orders | the `POST /orders` handler | unknown',
      'http | Express | DELETE | `drop` | unknown',
      'http | Express | GET | `list` | unknown',
    ]);
  });

  it('follows CommonJS, renamed and namespace imports, and typed parameters', () => {
    expect(handlersIn(`
      const { Router: makeRouter } = require('express');
      const router = makeRouter();
      const login = async (req, res) => { res.json(1); };
      router.post('/login', login);
      module.exports = router;
    `, cjs)).toEqual(['http | Express | POST | /login | `login` | unknown']);
    expect(handlersIn(`
      import * as web from 'express';
      export function routes(app: web.Express): void { app.put('/a', async (q, s) => {}); }
    `)).toEqual(['http | Express | PUT | /a | the `PUT /a` handler | unknown']);
  });

  it('takes the version from the nearest package.json', () => {
    const code = "import express from 'express'; express().get('/a', async (req, res) => {});";
    const rejections = (range: string) => handlersIn(code, { dependencies: { express: range } })[0]?.split(' | ').at(-1);
    expect(rejections('^5.0.0')).toBe('handled');
    expect(rejections('~4.18.2')).toBe('unhandled');
    expect(rejections('^4.18.0 || ^5.0.0')).toBe('unknown');
    expect(rejections('workspace:*')).toBe('unknown');
  });

  it('knows what takes care of rejections in version 4', () => {
    const outcome = (code: string, dependencies: Record<string, string> = { express: '^4.18.0' }) =>
      handlersIn(`import express from 'express';\nconst app = express();\n${code}`, { dependencies }).map((line) => line.split(' | ').at(-1));
    expect(outcome("app.get('/a', async (req, res) => {});")).toEqual(['unhandled']);
    expect(outcome("import 'express-async-errors'; app.get('/a', async (req, res) => {});")).toEqual(['handled']);
    expect(outcome("app.get('/a', async (req, res) => {});", { express: '^4.18.0', 'express-async-errors': '^3.1.0' })).toEqual(['handled']);
    expect(outcome("import wrap from 'express-async-handler'; app.get('/a', wrap(async (req, res) => {}));")).toEqual(['handled']);
    expect(outcome("import { catchAsync } from './utils'; app.get('/a', catchAsync(async (req, res) => {}));")).toEqual(['handled']);
    expect(outcome("import { traced } from './utils'; app.get('/a', traced(async (req, res) => {}));")).toEqual(['unknown']);
    expect(outcome("const w = (fn) => (req, res, next) => fn(req, res, next).catch(next); app.get('/a', w(async (req, res) => {}));")).toEqual(['unhandled', 'handled']);
  });

  it('resolves factories, bound methods and members of classes and objects', () => {
    expect(handlersIn(`
      import { Router } from 'express';
      const requireRole = (role) => (req, res, next) => check(role, next);
      class Users { async list(req, res) {} static one(req, res) {} }
      const users = new Users();
      const carts = { add(req, res) {} };
      const router = Router();
      router.get('/u', requireRole('a'), users.list.bind(users));
      router.get('/u/1', Users.one);
      router.post('/c', carts.add);
    `, js)).toEqual([
      'http | Express | GET | /u | the `GET /u` handler | unknown',
      'http | Express | GET | /u | `Users.list` | unknown',
      'http | Express | GET | /u/1 | `Users.one` | unknown',
      'http | Express | POST | /c | `carts.add` | unknown',
    ]);
  });

  it('counts functions typed by its types', () => {
    expect(handlersIn(`
      import type { NextFunction, Request as Req, RequestHandler, Response } from 'express';
      export const list: RequestHandler = async (a, b) => {};
      export async function create(a: Req<{ id: string }>, b: Response): Promise<void> {}
      export const guard: RequestHandler<Params> = wrap(async (a, b) => {});
      export function onError(err: Error, a: Req, b: Response, next: NextFunction): void {}
      export class Users { remove = async (a: Req, b: Response) => {}; }
    `).map((line) => line.split(' | ').slice(1, 3).join(' '))).toEqual([
      'Express `list`', 'Express `create`', 'Express `guard`', 'Express `onError`', 'Express `Users.remove`',
    ]);
  });

  it('leaves look-alikes alone', () => {
    expect(handlersIn(`
      import express from 'express';
      import request from 'supertest';
      import axios from 'axios';
      import { http } from 'msw';
      const app = express();
      app.get('setting');
      app.get('view engine', 'pug');
      app.set('trust proxy', (ip) => ip === '127.0.0.1');
      const map = new Map();
      map.get('/x', (a) => a);
      request(app).get('/x', (err, res) => { res.end(); });
      axios.get('/x', (res) => res.data);
      http.get('/x', (req, res, ctx) => res(ctx.json({})));
      [].forEach((req, res) => { use(req, res); });
      window.addEventListener('click', (event) => { event.preventDefault(); });
      app.listen(1, () => {});
      const config = { get: (path, fn) => fn() };
      function pair(req, res) { return [req, res]; }
    `, js)).toEqual([]);
  });
});

describe('Fastify', () => {
  it('finds routes of an instance, of options objects and of plugins', () => {
    expect(handlersIn(`
      import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
      const app = Fastify({ logger: true });
      app.get('/a', async (request, reply) => 1);
      app.post('/b', { schema, preHandler: [async (request) => {}] }, create);
      app.route({ method: 'PUT', url: '/c', handler: async (request) => 2 });
      app.register(async (scope, opts) => { scope.get('/d', async () => 3); });
      app.addHook('onRequest', async (request) => {});
      app.addHook('onClose', async () => {});
      export async function plugin(fastify: FastifyInstance) { fastify.delete('/e', async () => 4); }
      export const typed: FastifyPluginAsync = async (server) => { server.get('/f', async () => 5); };
      async function create(request, reply) {}
    `)).toEqual([
      'http | Fastify | GET | /a | the `GET /a` handler | handled',
      'http | Fastify | POST | /b | the `POST /b` handler | handled',
      'http | Fastify | PUT | /c | the `PUT /c` handler | handled',
      'http | Fastify | GET | /d | the `GET /d` handler | handled',
      'middleware | Fastify | onRequest | the `onRequest` middleware | handled',
      'http | Fastify | DELETE | /e | the `DELETE /e` handler | handled',
      'http | Fastify | GET | /f | the `GET /f` handler | handled',
      'http | Fastify | POST | /b | `create` | handled',
    ]);
  });

  it('finds routes of an untyped plugin by their shape', () => {
    expect(handlersIn(`
      module.exports = async function (fastify, opts) {
        fastify.get('/', async (request, reply) => ({ hello: 'world' }));
      };
    `, { ...cjs, dependencies: { fastify: '^5.0.0' } })).toEqual(['http | Fastify | GET | / | the `GET /` handler | handled']);
  });

  it('knows plugins wrapped by fastify-plugin', () => {
    expect(handlersIn(`
      import fp from 'fastify-plugin';
      export default fp(async (app) => { app.get('/x', async () => 1); });
    `, js)).toEqual(['http | Fastify | GET | /x | the `GET /x` handler | handled']);
  });
});

describe('Koa', () => {
  it('finds middlewares and routes', () => {
    expect(handlersIn(`
      const Koa = require('koa');
      const Router = require('@koa/router');
      const app = new Koa();
      const router = new Router({ prefix: '/v1' });
      app.use(async (ctx, next) => { await next(); });
      router.get('/a', async (ctx) => { ctx.body = 1; }).post('/b', save);
      async function save(ctx) {}
    `, cjs)).toEqual([
      'middleware | Koa | this middleware | handled',
      'http | Koa Router | GET | /a | the `GET /a` handler | handled',
      'http | Koa Router | POST | /b | `save` | handled',
    ]);
  });

  it('counts functions that set the body, and typed ones that answer', () => {
    expect(handlersIn('export async function list(ctx) { ctx.body = await all(); }', { ...js, dependencies: { koa: '^2.0.0' } }))
      .toEqual(['http | Koa | `list` | handled']);
    expect(handlersIn(`
      import { BaseContext } from 'koa';
      import type { Context } from 'koa';
      export default class UserController {
        public static async getUsers(ctx: BaseContext): Promise<void> { ctx.status = 200; }
      }
      export const language = (ctx: Context) => ctx.get('accept-language');
    `)).toEqual(['middleware | Koa | `UserController.getUsers` | handled']);
  });
});

describe('Hono', () => {
  it('finds chained routes, middlewares and typed handlers', () => {
    expect(handlersIn(`
      import { Hono as Web, type Context } from 'hono';
      import { createMiddleware } from 'hono/factory';
      const app = new Web<{ Bindings: Env }>().basePath('/api')
        .get('/a', (c) => c.json(1))
        .post('/b', validate, async (c) => c.text('ok'));
      app.use('*', async (c, next) => { await next(); });
      app.on(['GET', 'POST'], '/c', (c) => c.body(null));
      const guard = createMiddleware(async (c, next) => { await next(); });
      export const show = (c: Context) => c.json({ id: c.req.param('id') });
      const ip = (c: Context) => c.req.header('x-forwarded-for');
    `)).toEqual([
      'http | Hono | GET | /a | the `GET /a` handler | handled',
      'http | Hono | POST | /b | the `POST /b` handler | handled',
      'middleware | Hono | this middleware | handled',
      'http | Hono | /c | the `/c` handler | handled',
      'middleware | Hono | `guard` | handled',
      'http | Hono | `show` | handled',
    ]);
  });
});

describe('hapi', () => {
  it('finds handlers of one route and of lists', () => {
    expect(handlersIn(`
      const Hapi = require('@hapi/hapi');
      const server = Hapi.server({ port: 1 });
      const routes = [
        { method: 'POST', path: '/b', options: { handler: async (request, h) => h.response() } },
        { method: 'DELETE', path: '/c', handler: (request, h) => 1 },
      ];
      server.route({ method: 'GET', path: '/a', handler: (request, h) => 1 });
      server.route(routes);
      server.ext('onPreHandler', (request, h) => h.continue);
      server.ext('onPostStart', () => {});
    `, cjs)).toEqual([
      'http | hapi | POST | /b | the `POST /b` handler | handled',
      'http | hapi | DELETE | /c | the `DELETE /c` handler | handled',
      'http | hapi | GET | /a | the `GET /a` handler | handled',
      'middleware | hapi | onPreHandler | the `onPreHandler` middleware | handled',
    ]);
  });
});

describe('other HTTP servers', () => {
  it.each([
    ["import { createServer } from 'node:http'; createServer(async (req, res) => {}).listen(1);", 'http | Node HTTP server | this handler | unhandled'],
    ["import http from 'http'; const s = http.createServer(); s.on('request', (a, b) => {}); s.on('listening', () => {});", 'http | Node HTTP server | request | the `request` handler | unhandled'],
    ["import { Elysia } from 'elysia'; new Elysia().get('/a', ({ query }) => 1);", 'http | Elysia | GET | /a | the `GET /a` handler | handled'],
    ["import { defineEventHandler } from 'h3'; export default defineEventHandler(async (event) => 1);", 'http | H3 | this handler | handled'],
    ["import polka from 'polka'; polka().get('/a', (req, res) => {});", 'http | Polka | GET | /a | the `GET /a` handler | unhandled'],
    ["import restify from 'restify'; const s = restify.createServer(); s.del('/a', (req, res, next) => {});", 'http | Restify | DELETE | /a | the `DELETE /a` handler | unhandled'],
  ])('%s', (code, line) => {
    expect(handlersIn(code, js)).toEqual([line]);
  });
});

describe('functions known by their shape', () => {
  it('are (req, res) functions that answer, wherever they are exported from', () => {
    expect(handlersIn(`
      exports.list = async (req, res) => { res.status(200).json([]); };
      const create = catchAsync(async (req, res) => { res.send(1); });
      class Users { static async one(req, res) { res.render('one'); } #own(req, res) { res.end(); } }
      const gate = (req, res, next) => { if (req.user) next(); };
      function helper(req, res) { res.sendStatus(404); }
      function caller(x) { helper(x.req, x.res); }
      module.exports = { create, Users, gate };
    `, { ...cjs, dependencies: { express: '4.18.0' } })).toEqual([
      'http | Express | `list` | unhandled',
      'http | Express | `create` | handled',
      'http | Express | `Users.one` | unhandled',
      'middleware | Express | `gate` | unhandled',
    ]);
  });

  it('are routes on an app that is a parameter or comes from the project', () => {
    expect(handlersIn(`
      const { router } = require('./router');
      module.exports = (app) => {
        app.get('/a', (req, res) => service.list(req, res));
        app.post('/b', upload.single('f'), [check, async (req, res) => service.save(req)]);
        router.put('/c', asyncHandler(async (req, res) => service.put(req)));
      };
    `, { ...cjs, dependencies: { express: '^4.0.0' } })).toEqual([
      'http | Express | GET | /a | the `GET /a` handler | unhandled',
      'http | Express | POST | /b | the `POST /b` handler | unhandled',
      'http | Express | PUT | /c | the `PUT /c` handler | handled',
    ]);
  });

  it('belong to no framework where package.json lists several', () => {
    expect(handlersIn('export const a = (req, res) => { res.end(); };', { ...js, dependencies: { express: '5.0.0', fastify: '5.0.0' } }))
      .toEqual(['http | HTTP | `a` | unknown']);
  });
});
