import { afterAll } from 'vitest';
import rule from '../../src/rules/p018-api-versioning/keep-previous-version.js';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import { projectOf } from '../helpers/project.js';
import { testRule } from '../helpers/rule-tester.js';

setHost(nodeHost());
const project = projectOf({
  'package.json': { name: 'shop', dependencies: { express: '^5', fastify: '^5' } },
  'src/v2.ts': `import { Router } from 'express'; const v2 = Router(); v2.get('/users', list); export default v2;`,
  'src/api.ts': `import { Router } from 'express'; import v1 from './v1'; const api = Router(); api.use('/v1', v1); export default api;`,
  'src/v1.ts': `import { Router } from 'express'; const v1 = Router(); v1.get('/users', list); export default v1;`,
  'src/guard.ts': `export function guard(req, res, next) { next(); }`,
  'src/plain.js': `module.exports = function (app) { app.get('/v1/users', list); };`,
});
afterAll(() => project.remove());

const app = `import express from 'express'; const app = express();`;
const filename = project.path('src/server.ts');

testRule(rule, {
  valid: {
    'both versions': `${app} app.use('/api/v1', one); app.use('/api/v2', two); app.listen(80);`,
    'only the first': `${app} app.get('/v1/users', list); app.listen(80);`,
    'no version at all': `${app} app.get('/users', list); app.listen(80);`,
    'retired on purpose': { code: `${app} app.get('/v3/users', list); app.listen(80);`, options: { retired: ['v2'] } },
    'only the newest is supported': { code: `${app} app.get('/v3/users', list); app.listen(80);`, options: { supported: 1 } },
    'the older in one list of paths': `${app} app.get(['/v1/users', '/v2/users'], list); app.listen(80);`,
    'the older in a file that is mounted': { code: `${app} import api from './api'; app.use('/api', api); app.get('/v2/users', list); app.listen(80);`, filename },
    'a router of a file that cannot be read': `${app} import api from './gone'; app.use('/api', api); app.get('/v2/users', list); app.listen(80);`,
    'a function of another file that is given the application': { code: `${app} require('./plain')(app); app.get('/v2/users', list); app.listen(80);`, filename },
    'a prefix that is not known': `${app} import { config } from './config'; const r = express.Router(); r.get('/users', list); app.use(config.basePath, r); app.get('/v2/users', list); app.listen(80);`,
    'a version that the request chooses': `${app} app.get('/v2/users', list); app.get('/:version/users', list); app.listen(80);`,
    'a version that the code computes': `${app} for (const v of [1, 2]) app.get(\`/v\${v}/users\`, list); app.get('/v2/x', list); app.listen(80);`,
    'an exported router: others may mount the older beside it': `import { Router } from 'express'; const r = Router(); r.get('/v2/users', list); export default r;`,
    'a plugin': `import type { FastifyInstance } from 'fastify'; export default async (app: FastifyInstance) => { app.get('/v2/users', list); };`,
    'folders that a plugin loads': `import Fastify from 'fastify'; import autoload from '@fastify/autoload'; const app = Fastify(); app.register(autoload, { dir: 'routes' }); app.get('/v2/users', list); app.listen({ port: 80 });`,
    'what was there before versions began': `${app} const api = express.Router(); api.get('/users', (req, res) => res.json([])); app.use('/api/v2', api); app.use('/api', api); app.listen(80);`,
    'dates': `${app} app.get('/2024-10-01/users', list); app.listen(80);`,
    'a client with the same methods': `import axios from 'axios'; export const users = () => axios.get('/v2/users', { timeout: 1 });`,
    'a controller': `import { Controller, Get } from '@nestjs/common'; @Controller({ path: 'users', version: '2' }) export class Users { @Get() list() {} }`,
    'an example': { code: `${app} app.get('/v2/users', list); app.listen(80);`, filename: 'examples/server.ts' },
    'a test': { code: `${app} app.get('/v2/users', list); app.listen(80);`, filename: 'src/app.test.ts' },
    'deprecated, and the option is off': `${app} /** @deprecated */ app.get('/v1/users', (req, res) => res.json([])); app.listen(80);`,
    'deprecated with a header': { code: `${app} /** @deprecated */ app.get('/v1/users', (req, res) => res.set('Sunset', 'Sat, 01 Nov 2025 00:00:00 GMT').json([])); app.listen(80);`, options: { sunset: true } },
    'deprecated, answered by another file': { code: `${app} import { list } from './users'; /** @deprecated */ app.get('/v1/users', list); app.listen(80);`, options: { sunset: true } },
    'something else is deprecated': { code: `${app} /** @deprecated use \`size\` */ export const max = 3; app.get('/v1/users', (req, res) => res.json([])); app.listen(80);`, options: { sunset: true } },
  },
  invalid: {
    'a route': { code: `${app} app.get('/v2/users', list); app.listen(80);`, errors: [{ messageId: 'missing', data: { newest: 'v2', missing: 'v1' }, line: 1, column: 63 }] },
    'CommonJS in JavaScript, once per application': {
      code: `const express = require('express'); const app = express(); app.get('/api/v3/users', list); app.post('/api/v3/users', add); app.listen(80);`,
      language: 'js',
      sourceType: 'commonjs',
      errors: [{ messageId: 'missing', data: { newest: 'v3', missing: 'v2' } }],
    },
    'a router of another file': { code: `${app} import two from './v2'; import { guard } from './guard'; app.use('/api/v2', guard, two); app.listen(80);`, filename, errors: ['missing'] },
    'a router that is not read stands below the version': {
      code: `${app} import two from './gone'; app.use('/api/v2', two); app.listen(80);`, errors: ['missing'],
    },
    'beside pages and probes': { code: `${app} app.get('/v2/users', list); app.get('/health', ok); app.get('/about', (req, res) => res.render('about')); app.listen(80);`, errors: ['missing'] },
    'three versions are supported': { code: `${app} app.use('/v3', a); app.use('/v2', b); app.get('/v3/x', f); app.get('/v2/x', f); app.listen(80);`, options: { supported: 3 }, errors: [{ messageId: 'missing', data: { newest: 'v3', missing: 'v1' } }] },
    'Fastify, a prefix': { code: `import Fastify from 'fastify'; const app = Fastify(); app.register(async (api) => { api.get('/users', list); }, { prefix: '/v2' }); app.listen({ port: 80 });`, errors: ['missing'] },
    'Hono, renamed': { code: `import { Hono as App } from 'hono'; const app = new App().basePath('/v2'); app.get('/users', list); export default { fetch: app.fetch };`, errors: ['missing'] },
    'a comment says deprecated': {
      code: `${app}\n/** @deprecated use v2 */\napp.get('/v1/users', (req, res) => res.json([]));\napp.listen(80);`,
      options: { sunset: true },
      errors: [{ messageId: 'sunset', line: 3, column: 9 }],
    },
    'the options say deprecated': {
      code: `import Fastify from 'fastify'; const app = Fastify(); app.get('/v1/users', { schema: { deprecated: true } }, async () => []); app.listen({ port: 80 });`,
      options: { sunset: true },
      errors: ['sunset'],
    },
    'a decorator says deprecated': {
      code: `import { Controller, Get } from '@nestjs/common'; import { ApiOperation } from '@nestjs/swagger'; @Controller('users') export class Users { @Get() @ApiOperation({ deprecated: true }) list() { return []; } }`,
      options: { sunset: true },
      errors: ['sunset'],
    },
  },
});
