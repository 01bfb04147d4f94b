import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'handled', request: 0 };

export default defineLibrary({
  package: 'h3',
  aliases: ['nitro/h3', 'nitropack/runtime', '#imports'],
  title: 'H3',
  roles: ['web-framework'],
  checked: ['1.15.11', '2.0.8'],
  evidence: 'd.ts',
  exports: {
    H3: { new: { roles: ['web-framework'], returns: '#App' }, is: '#App' },
    createApp: { call: { roles: ['web-framework'], returns: '#App' } },
    createRouter: { call: { returns: '#App' } },
    'defineEventHandler|eventHandler|defineHandler|defineLazyEventHandler|defineCachedEventHandler|cachedEventHandler|defineValidatedHandler': {
      call: { roles: ['route'], registers: { ...http, handler: '0|0.handler' } },
    },
    'defineRequestMiddleware|defineMiddleware|defineResponseMiddleware': { call: { roles: ['middleware'], registers: { ...http, kind: 'middleware', handler: '0' } } },
    H3Event: { is: '#Event' },
    EventHandler: { is: '#Handler' },
  },
  types: {
    App: {
      members: {
        'get|post|put|patch|delete|head|options|all|add': { call: { roles: ['route'], returns: '#App', registers: { ...http, path: '0', handler: '1', minArgs: 2 } } },
        on: { call: { roles: ['route'], returns: '#App', registers: { ...http, path: '1', handler: '2' } } },
        use: { call: { roles: ['route-mount', 'middleware'], returns: '#App', args: { path: '0' }, registers: { ...http, kind: 'middleware', handler: '0..' } } },
      },
    },
    Event: {},
    Handler: { annotate: { roles: ['route'], registers: { ...http, handler: 'typed' } } },
  },
});
