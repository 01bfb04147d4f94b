import { defineLibrary, type Action } from '../schema.js';

const request: Action = { roles: ['http-call'], args: { url: '0.url|0.uri|0', options: '1|0', timeout: '0.timeout|1.timeout', method: '0.method' }, defaults: { timeoutMs: 0, retries: 0 } };

export default defineLibrary({
  package: 'request',
  aliases: ['request-promise', 'request-promise-native'],
  title: 'request',
  roles: ['http-client'],
  checked: ['2.88.2'],
  evidence: 'source; out of support since 2020',
  exports: {
    default: { call: request },
    'get|post|put|patch|del|delete|head|options': { call: request },
    defaults: { call: { roles: ['http-client'], returns: '#Request', args: { options: '0', timeout: '0.timeout' } } },
  },
  types: { Request: { call: request, members: { 'get|post|put|patch|del|delete|head|options': { call: request } } } },
});
