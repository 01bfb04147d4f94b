import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'handled', request: 0, response: 1 };

export default defineLibrary({
  package: '@hapi/hapi',
  aliases: ['hapi'],
  title: 'hapi',
  needsNode: true,
  roles: ['web-framework'],
  checked: ['20.3.0', '21.4.10'],
  evidence: 'd.ts',
  exports: {
    'server|Server': { call: { roles: ['web-framework'], returns: '#Server' }, new: { roles: ['web-framework'], returns: '#Server' }, is: '#Server' },
    Request: { is: '#Request' },
    ResponseToolkit: { is: '#Toolkit' },
    'Lifecycle|HandlerDecorations': {},
  },
  types: {
    Server: {
      members: {
        route: {
          call: {
            roles: ['route'],
            args: { method: '0.method' },
            registers: { ...http, path: '0.path', handler: '0.handler|0.options.handler|0.config.handler|0.options.pre' },
          },
        },
        ext: { call: { roles: ['middleware'], registers: { ...http, kind: 'middleware', path: '0', handler: '1|0.method', except: ['onPreStart', 'onPostStart', 'onPreStop', 'onPostStop'] } } },
        register: { call: { roles: ['route-mount'], async: true, args: { prefix: '1.routes.prefix|0.routes.prefix' }, passes: { '0.register': ['#Server'], '0.plugin.register': ['#Server'] } } },
        start: { call: { roles: ['listen'], async: true } },
      },
    },
    Request: {},
    Toolkit: { annotate: { roles: ['route'], registers: { ...http, handler: 'parameter' } } },
  },
});
