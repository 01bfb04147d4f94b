import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@elastic/elasticsearch',
  aliases: ['@elastic/elasticsearch-serverless'],
  title: 'Elasticsearch client',
  roles: ['search'],
  checked: ['7.17.14', '8.19.2', '9.5.1'],
  evidence: 'probe: the first request connects, 3 retries; source: the timeout differs by major',
  exports: {
    Client: {
      new: {
        roles: ['expensive-client', 'search'],
        returns: '#Client',
        args: { options: '0', url: '0.node', timeout: '0.requestTimeout', retries: '0.maxRetries' },
        defaults: { retries: 3 },
        resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', close: ['close'] },
      },
    },
  },
  types: {
    Client: {
      members: {
        'search|msearch|get|mget|count|exists|getSource|scroll|explain|knnSearch|fieldCaps|info|ping': method('search', 'read'),
        'index|create|update|updateByQuery|delete|deleteByQuery|bulk|reindex': method('search', 'write'),
        indices: { members: { 'create|delete|putMapping|putSettings|refresh|putAlias': method('search', 'write'), '*': method('search', 'read') } },
        helpers: { members: { bulk: method('search', 'write'), search: method('search', 'read'), 'scrollSearch|scrollDocuments': { call: { roles: ['search', 'read'] } } } },
      },
    },
  },
});
