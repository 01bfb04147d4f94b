import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'handled', request: 0, response: 1 };
const hooks = 'onRequest|preParsing|preValidation|preHandler|preSerialization|onSend|onResponse|onTimeout|onError';
const inOptions = (at: string) => `handler|${hooks}`.split('|').map((name) => `${at}.${name}`).join('|');

export default defineLibrary({
  package: 'fastify',
  title: 'Fastify',
  needsNode: true,
  roles: ['web-framework'],
  checked: ['3.29.5', '4.29.1', '5.12.8'],
  evidence: 'd.ts; documented error handling of async handlers',
  exports: {
    'default|fastify': { call: { roles: ['web-framework'], returns: '#App' } },
    FastifyInstance: { is: '#App' },
    FastifyRequest: { is: '#Request' },
    FastifyReply: { is: '#Reply' },
    'RouteHandler|RouteHandlerMethod|preHandlerHookHandler|preHandlerAsyncHookHandler|onRequestHookHandler|onRequestAsyncHookHandler|preValidationHookHandler': { is: '#Handler' },
    'FastifyPluginAsync|FastifyPluginCallback|FastifyPlugin': { is: '#Plugin' },
  },
  types: {
    App: {
      members: {
        'get|post|put|patch|delete|head|options|all|query': {
          call: { roles: ['route'], returns: '#App', registers: { ...http, path: '0', handler: `last|${inOptions('1')}`, minArgs: 2 } },
        },
        route: { call: { roles: ['route'], returns: '#App', args: { method: '0.method' }, registers: { ...http, path: '0.url', handler: inOptions('0') } } },
        register: { call: { roles: ['route-mount'], returns: '#App', args: { prefix: '1.prefix' }, passes: { 0: ['#App'] } } },
        'after|ready': { call: {} },
        withTypeProvider: { call: { returns: '#App' } },
        addHook: {
          call: {
            roles: ['middleware'],
            returns: '#App',
            registers: { ...http, kind: 'middleware', path: '0', handler: '1', except: ['onReady', 'onListen', 'onClose', 'preClose', 'onRegister', 'onRoute'] },
          },
        },
        'setErrorHandler|setNotFoundHandler': { call: { roles: ['middleware'], returns: '#App', registers: { ...http, kind: 'middleware', handler: 'last' } } },
        listen: { call: { roles: ['listen'], args: { host: '0.host|1' } } },
      },
    },
    Request: {},
    Reply: { annotate: { roles: ['route'], registers: { ...http, handler: 'parameter' } } },
    Handler: { annotate: { roles: ['route'], registers: { ...http, handler: 'typed' } } },
    Plugin: { annotate: { passes: { typed: ['#App'] } } },
  },
});
