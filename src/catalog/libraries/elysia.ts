import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'handled', request: 0 };

export default defineLibrary({
  package: 'elysia',
  title: 'Elysia',
  roles: ['web-framework'],
  checked: ['0.8.17', '1.4.30'],
  evidence: 'd.ts',
  exports: {
    'default|Elysia': { new: { returns: '#App', args: { prefix: '0.prefix' } }, is: '#App' },
    Context: { is: '#Context' },
  },
  types: {
    App: {
      members: {
        'get|post|put|patch|delete|options|head|all': { call: { roles: ['route'], returns: '#App', registers: { ...http, path: '0', handler: '1', minArgs: 2 } } },
        route: { call: { roles: ['route'], returns: '#App', registers: { ...http, path: '1', handler: '2' } } },
        ws: {
          call: { roles: ['websocket'], returns: '#App', registers: { kind: 'socket', path: '0', handler: '1.message|1.open|1.close|1.beforeHandle' } },
        },
        'derive|resolve|onRequest|onParse|onTransform|onBeforeHandle|onAfterHandle|onAfterResponse|onError|mapResponse': {
          call: { roles: ['middleware'], returns: '#App', registers: { ...http, kind: 'middleware', handler: 'last' } },
        },
        'group|guard': { call: { roles: ['route-mount'], returns: '#App', args: { path: '0' }, passes: { last: ['#App'] } } },
        use: { call: { roles: ['route-mount'], returns: '#App', passes: { 0: ['#App'] } } },
        'state|decorate|model|macro|as|onStart|onStop': { call: { returns: '#App' } },
        listen: { call: { roles: ['listen'], args: { host: '0.hostname' }, returns: '#App' } },
      },
    },
    Context: { annotate: { roles: ['route'], registers: { ...http, handler: 'parameter' } } },
  },
});
