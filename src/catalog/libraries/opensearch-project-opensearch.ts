import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@opensearch-project/opensearch',
  title: 'OpenSearch client',
  roles: ['search'],
  checked: ['1.2.0', '2.13.0', '3.9.0'],
  evidence: 'probe: the first request connects; source',
  exports: {
    Client: {
      new: {
        roles: ['expensive-client', 'search'],
        returns: '#Client',
        args: { options: '0', url: '0.node', timeout: '0.requestTimeout', retries: '0.maxRetries' },
        defaults: { timeoutMs: 30_000, retries: 3 },
        resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', close: ['close'] },
      },
    },
  },
  types: {
    Client: {
      members: {
        'search|msearch|get|mget|count|exists|scroll|explain|info|ping': method('search', 'read'),
        'index|create|update|delete|bulk|reindex': method('search', 'write'),
        indices: { members: { 'create|delete|putMapping|putSettings|refresh|putAlias': method('search', 'write'), '*': method('search', 'read') } },
        helpers: { members: { bulk: method('search', 'write'), search: method('search', 'read') } },
      },
    },
  },
});
