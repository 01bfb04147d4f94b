import { defineLibrary, type Registers } from '../schema.js';

// From version 9 on a rejection is handled, but only of handlers without a `next` parameter.
const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'unhandled', request: 0, response: 1 };

export default defineLibrary({
  package: 'restify',
  title: 'Restify',
  needsNode: true,
  roles: ['web-framework'],
  checked: ['8.6.1', '11.1.0', '12.0.0'],
  evidence: 'd.ts',
  exports: {
    createServer: { call: { roles: ['web-framework'], returns: '#Server' } },
    Server: { is: '#Server' },
    Response: { is: '#Response' },
    'RequestHandler|RequestHandlerType': { is: '#Handler' },
  },
  types: {
    Server: {
      members: {
        'get|post|put|patch|del|head|opts': { call: { roles: ['route'], registers: { ...http, path: '0.path|0', handler: '1..', minArgs: 2 } } },
        'use|pre': { call: { roles: ['middleware'], registers: { ...http, kind: 'middleware', handler: '0..' } } },
        listen: { call: { roles: ['listen'], args: { host: '0.host|1' } } },
      },
    },
    Response: { annotate: { roles: ['route'], registers: { ...http, handler: 'parameter' } } },
    Handler: { annotate: { roles: ['route'], registers: { ...http, handler: 'typed' } } },
  },
});
