import dedent from 'dedent';
import { describe, expect, it } from 'vitest';
import { routersOf, routesOf } from '../../src/analysis/routes.js';
import { sourceOf, type SourceOptions } from '../helpers/source.js';

/** `GET /v1/users` for each path of each route; `?` in front where something outside the file decides. */
function listed(code: string, options?: SourceOptions): string[] {
  return routesOf(sourceOf(code, options)).flatMap(({ method, paths, decided, version }) =>
    paths.map((path) => `${decided ? '' : '? '}${method ?? '-'} ${path.text}${version === undefined ? '' : ` @${version}`}`));
}

describe('own paths', () => {
  const express = `import express from 'express'; const app = express();`;
  it.each([
    ['a literal', `app.get('/users', list);`, ['GET /users']],
    ['a constant', `const BASE = '/v1'; app.post(BASE + '/users', add);`, ['POST /v1/users']],
    ['a template with an unknown part', 'app.get(`/${process.env.STAGE}/users`, list);', ['GET /…/users']],
    ['a list', `app.get(['/v1/users', '/users'], list);`, ['GET /v1/users', 'GET /users']],
    ['a regular expression', `app.get(/^\\/v2\\/users/, list);`, ['GET …^/v2/users']],
    ['a route object', `app.route('/users').get(list).post(add);`, ['GET /users', 'POST /users']],
    ['a setting is no route', `app.get('env');`, []],
    ['chained', `app.get('/a', x).get('/b', y);`, ['GET /a', 'GET /b']],
  ])('%s', (_title, code, expected) => {
    expect(listed(`${express} ${code}`)).toEqual(expected);
  });

  it('of other values with the same methods are none', () => {
    expect(listed(`import axios from 'axios'; axios.get('/users', {}); cache.get('/users', load);`)).toEqual([]);
  });
});

describe('mounts', () => {
  it.each<[string, string, string[]]>([
    ['Express routers in routers', `
      import express, { Router } from 'express';
      const app = express(); const api = Router(); const users = express.Router();
      users.get('/:id', show); api.use('/users', auth, users); app.use('/v1', api); app.listen(80);`, ['GET /v1/users/:id']],
    ['CommonJS, a list of mount paths', `
      const app = require('express')(); const r = require('express').Router();
      r.get('/x', f); app.use(['/v1', '/'], r);`, ['GET /v1/x', 'GET /x']],
    ['a prefix that is not known', `
      import express from 'express'; import { config } from './config';
      const app = express(); const r = express.Router(); r.get('/x', f); app.use(config.basePath, r);`, ['GET …/x']],
    ['Fastify plugins in the file', `
      import Fastify from 'fastify'; const app = Fastify();
      async function users(instance) { instance.get('/users', f); instance.register(async (deep) => { deep.get('/deep', f); }, { prefix: '/more' }); }
      app.register(users, { prefix: '/v1' });`, ['GET /v1/users', 'GET /v1/more/deep']],
    ['a Fastify route object with a version', `
      import { fastify } from 'fastify'; const app = fastify();
      app.route({ method: 'GET', url: '/users', constraints: { version: '1.2.0' }, handler });`, ['GET /users @1.2.0']],
    ['Hono basePath and route', `
      import { Hono } from 'hono'; const app = new Hono().basePath('/api'); const v1 = new Hono();
      v1.get('/users', (c) => c.json([])); app.route('/v1', v1); app.get('/x', f);`, ['GET /api/v1/users', 'GET /api/x']],
    ['Koa router prefix, nested routes', `
      import Koa from 'koa'; import Router from '@koa/router';
      const app = new Koa(); const users = new Router({ prefix: '/users' }); const api = new Router(); api.prefix('/v1');
      users.get('list', '/all', f); api.use(users.routes(), users.allowedMethods()); app.use(api.routes());`, ['GET /v1/users/all']],
    ['Elysia groups and plugins', `
      import { Elysia } from 'elysia';
      const users = new Elysia({ prefix: '/users' }).get('/', f);
      new Elysia().group('/v1', (app) => app.use(users).get('/me', g)).listen(80);`, ['GET /v1/users/', 'GET /v1/me']],
    ['hapi, a list of routes', `
      import Hapi from '@hapi/hapi'; const server = Hapi.server();
      server.route([{ method: 'GET', path: '/a', handler: f }, { method: 'POST', path: '/b', handler: g }]);`, ['GET /a', 'POST /b']],
    ['an application in a field', `
      import express, { Express } from 'express';
      export class Server { private readonly app: Express; constructor() { this.app = express(); this.app.get('/x', f); } run() { this.app.listen(80); } }`, ['GET /x']],
    ['an application from a function of the file, handed to others', `
      import express from 'express';
      function create() { const app = express(); routes(app); return app; }
      function routes(app) { app.get('/x', f); }
      create().listen(80);`, ['GET /x']],
  ])('%s', (_title, code, expected) => {
    expect(listed(code)).toEqual(expected);
  });
});

describe('what another file decides', () => {
  it.each<[string, string, string[]]>([
    ['an exported router', `import { Router } from 'express'; const r = Router(); r.get('/x', f); export default r;`, ['? GET /x']],
    ['in CommonJS', `const r = require('express').Router(); r.get('/x', f); module.exports = r;`, ['? GET /x']],
    ['a declaration that is exported', `import { Hono } from 'hono'; export const r = new Hono(); r.get('/x', f);`, ['? GET /x']],
    ['a parameter', `import type { FastifyInstance } from 'fastify'; export default async function (app: FastifyInstance) { app.get('/x', f); }`, ['? GET /x']],
    ['a returned router', `import { Router } from 'express'; export function make() { const r = Router(); r.get('/x', f); return r; }`, ['? GET /x']],
    ['in an object', `import { Router } from 'express'; const r = Router(); r.get('/x', f); export const routes = { path: '/v1', r };`, ['? GET /x']],
    ['a field of a class', `import { Router } from 'express'; export class R { router = Router(); constructor() { this.router.get('/x', f); } }`, ['? GET /x']],
    ['exported but served here', `import express from 'express'; const app = express(); app.get('/x', f); app.listen(80); export { app };`, ['GET /x']],
    ['served by what Bun runs', `import { Hono } from 'hono'; const app = new Hono(); app.get('/x', f); export default { port: 80, fetch: app.fetch };`, ['GET /x']],
    ['served by a platform adapter', `import { Hono } from 'hono'; import { handle } from 'hono/vercel'; const app = new Hono(); app.get('/x', f); export const GET = handle(app);`, ['GET /x']],
    ['served by an HTTP server', `const app = require('express')(); app.get('/x', f); require('http').createServer(app).listen(80); module.exports = app;`, ['GET /x']],
    ['controllers', `
      import { Controller, Get, Version } from '@nestjs/common';
      @Controller({ path: 'users', version: '1' }) class A { @Get(':id') show() {} @Version('2') @Get() list() {} }
      @Controller('pets') class B { @Get(['a', 'b']) x() {} }`, ['? GET /users/:id @1', '? GET /users @2', '? GET /pets/a', '? GET /pets/b']],
  ])('%s', (_title, code, expected) => {
    expect(listed(code)).toEqual(expected);
  });
});

describe('routers', () => {
  it('knows an application from a router', () => {
    const { all } = routersOf(sourceOf(`import express from 'express'; const app = express(); const r = express.Router(); app.use(r);`));
    expect(all.map(({ application }) => application)).toEqual([true, false]);
  });

  it('tells what it mounts from elsewhere', () => {
    const { mountCalls } = routersOf(sourceOf(dedent`
      import express from 'express'; import users from './users'; import cors from 'cors';
      const app = express(); const own = express.Router();
      app.use(cors()); app.use('/users', guard, users); app.use('/own', own);
    `));
    expect(mountCalls.map(({ paths, children, others }) => [paths[0]?.text, children.length, others.length])).toEqual([['', 0, 1], ['/users', 0, 2], ['/own', 1, 0]]);
  });

  it('gives up on routers that mount each other', () => {
    expect(listed(`import { Router } from 'express'; const a = Router(); const b = Router(); a.use('/b', b); b.use('/a', a); a.get('/x', f);`)).toEqual([]);
  });
});
