import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'unhandled', request: 0, response: 1 };

export default defineLibrary({
  package: 'polka',
  title: 'Polka',
  needsNode: true,
  roles: ['web-framework'],
  checked: ['0.5.2'],
  evidence: 'source: the loop catches what is thrown synchronously only',
  exports: { default: { call: { roles: ['web-framework'], returns: '#App' } } },
  types: {
    App: {
      members: {
        'get|post|put|patch|delete|head|options|all': { call: { roles: ['route'], returns: '#App', registers: { ...http, path: '0', handler: '1..', minArgs: 2 } } },
        use: { call: { roles: ['route-mount', 'middleware'], returns: '#App', args: { path: '0' }, registers: { ...http, kind: 'middleware', handler: '0..' } } },
        listen: { call: { roles: ['listen'], args: { host: '0.host|1' }, returns: '#App' } },
      },
    },
  },
});
