import { defineLibrary } from '../schema.js';

const defaults = { timeoutMs: 300_000, retries: 0, versions: '>=7' };

export default defineLibrary({
  package: 'graphql-request',
  title: 'graphql-request',
  roles: ['http-client'],
  checked: ['7.4.0'],
  evidence: 'd.ts: over global fetch; package.json: over cross-fetch before version 7',
  exports: {
    'request|default|rawRequest|batchRequests': { call: { roles: ['http-call'], async: true, args: { url: '0.url|0', query: '1', signal: '0.signal' }, defaults } },
    GraphQLClient: { new: { roles: ['http-client'], returns: '#Client', args: { url: '0', options: '1' } } },
    gql: { call: { roles: ['pure'] } },
  },
  types: { Client: { members: { 'request|rawRequest|batchRequests': { call: { roles: ['http-call'], async: true, args: { query: '0', signal: '0.signal' }, defaults } }, 'setHeader|setHeaders|setEndpoint': { call: { returns: '#Client' } } } } },
});
