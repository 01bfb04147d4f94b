import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'handled', request: 0 };

export default defineLibrary({
  package: '@koa/router',
  aliases: ['koa-router', 'koa-joi-router'],
  title: 'Koa Router',
  roles: ['web-framework'],
  checked: ['12.0.2', '13.1.1', '15.7.0'],
  evidence: 'd.ts and runtime listing',
  exports: {
    'default|Router': { new: { returns: '#Router', args: { prefix: '0.prefix' } }, call: { returns: '#Router', args: { prefix: '0.prefix' } }, is: '#Router' },
    'RouterContext|IRouterContext': { is: 'koa#Context' },
    'RouterMiddleware|IMiddleware': { is: 'koa#Middleware' },
  },
  types: {
    Router: {
      members: {
        'get|post|put|patch|delete|del|head|options|all': { call: { roles: ['route'], returns: '#Router', registers: { ...http, path: '0', handler: '1..', minArgs: 2 }, pathList: true } },
        register: { call: { roles: ['route'], registers: { ...http, path: '0', handler: '2' } } },
        use: { call: { roles: ['route-mount', 'middleware'], returns: '#Router', args: { path: '0' }, pathList: true, registers: { ...http, kind: 'middleware', handler: '0..' } } },
        param: { call: { roles: ['middleware'], returns: '#Router', registers: { ...http, kind: 'middleware', handler: '1', request: 1 } } },
        prefix: { call: { returns: '#Router', args: { prefix: '0' } } },
        'routes|middleware': { call: { returns: '#Router' } },
        'RouterContext|IRouterContext': { is: 'koa#Context' },
      },
    },
  },
});
