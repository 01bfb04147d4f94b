import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'handled', request: 0 };
const middleware: Omit<Registers, 'handler'> = { ...http, kind: 'middleware' };

export default defineLibrary({
  package: 'hono',
  aliases: ['hono/tiny', 'hono/quick', 'hono/factory', 'hono/validator', 'hono/types', '@hono/hono', '@hono/zod-openapi'],
  title: 'Hono',
  roles: ['web-framework'],
  checked: ['3.12.12', '4.13.19'],
  evidence: 'd.ts',
  exports: {
    'Hono|OpenAPIHono': { new: { returns: '#App' }, is: '#App' },
    Context: { is: '#Context' },
    'Handler|RouteHandler': { is: '#Handler' },
    MiddlewareHandler: { is: '#Middleware' },
    createMiddleware: { call: { roles: ['middleware'], registers: { ...middleware, handler: '0' } } },
    createFactory: { call: { returns: '#Factory' } },
    validator: { call: { roles: ['validation-attach', 'middleware'], registers: { ...middleware, handler: '1', request: 1 } } },
    Next: {},
  },
  types: {
    App: {
      members: {
        'get|post|put|patch|delete|options|all': { call: { roles: ['route'], returns: '#App', registers: { ...http, path: '0', handler: '0..' } } },
        on: { call: { roles: ['route'], returns: '#App', registers: { ...http, path: '1', handler: '2..', minArgs: 3 } } },
        openapi: { call: { roles: ['route'], returns: '#App', registers: { ...http, path: '0.path', handler: '1..' } } },
        use: { call: { roles: ['middleware'], returns: '#App', registers: { ...middleware, handler: '0..' } } },
        notFound: { call: { roles: ['middleware'], returns: '#App', registers: { ...middleware, handler: '0' } } },
        onError: { call: { roles: ['middleware'], returns: '#App', registers: { ...middleware, handler: '0', request: 1 } } },
        route: { call: { roles: ['route-mount'], returns: '#App', args: { path: '0' } } },
        basePath: { call: { returns: '#App', args: { path: '0' } } },
        mount: { call: { roles: ['route-mount'], returns: '#App', args: { path: '0' } } },
      },
    },
    Factory: {
      members: {
        createApp: { call: { returns: '#App' } },
        createMiddleware: { call: { roles: ['middleware'], registers: { ...middleware, handler: '0' } } },
        createHandlers: { call: { roles: ['route'], registers: { ...http, handler: '0..' } } },
      },
    },
    Context: { annotate: { roles: ['route'], registers: { ...http, handler: 'parameter' } } },
    Handler: { annotate: { roles: ['route'], registers: { ...http, handler: 'typed' } } },
    Middleware: { annotate: { roles: ['middleware'], registers: { ...middleware, handler: 'typed' } } },
  },
});
