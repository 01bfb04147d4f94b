import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'middleware', rejections: 'handled', request: 0 };

export default defineLibrary({
  package: 'koa',
  title: 'Koa',
  needsNode: true,
  roles: ['web-framework'],
  checked: ['2.16.4', '3.3.0'],
  evidence: 'd.ts; documented error handling',
  exports: {
    default: { new: { roles: ['web-framework'], returns: '#App' }, is: '#App' },
    'Context|ParameterizedContext|ExtendableContext|BaseContext': { is: '#Context' },
    Middleware: { is: '#Middleware' },
    Next: {},
  },
  types: {
    App: {
      members: {
        use: { call: { roles: ['route-mount', 'middleware'], returns: '#App', registers: { ...http, handler: '0' } } },
        listen: { call: { roles: ['listen'], args: { host: '0.host|1' } } },
        'Context|ParameterizedContext': { is: '#Context' },
        Middleware: { is: '#Middleware' },
      },
    },
    Context: { annotate: { roles: ['route'], registers: { ...http, handler: 'parameter' } } },
    Middleware: { annotate: { roles: ['middleware'], registers: { ...http, handler: 'typed' } } },
  },
});
