import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@azure/cosmos',
  title: 'Azure Cosmos DB',
  roles: ['sql'],
  checked: ['4.10.1'],
  evidence: 'probe: HTTP; d.ts',
  exports: {
    CosmosClient: {
      new: httpClient('#Client', ['sql'], { args: { url: '0.endpoint|0', options: '0' }, resource: { cost: 'reads the account and sets up HTTP connections of its own', singleton: 'prefer', connects: 'never', close: ['dispose'] } }),
    },
    Container: { is: '#Container' },
    Database: { is: '#Database' },
  },
  types: {
    Client: { members: { database: { call: { returns: '#Database' } }, databases: { members: { 'create|createIfNotExists': method('sql', 'write') } } } },
    Database: { members: { container: { call: { returns: '#Container' } }, containers: { members: { 'create|createIfNotExists': method('sql', 'write') } } } },
    Container: { members: { item: { call: { returns: '#Item' } }, items: { is: '#Items' } } },
    Item: { members: { read: method('sql', 'read'), 'replace|delete|patch': method('sql', 'write') } },
    Items: { members: { 'query|readAll': { call: { roles: ['sql', 'read'], returns: '#Iterator', args: { sql: '0' } } }, 'create|upsert|bulk|batch': method('sql', 'write') } },
    Iterator: { members: { 'fetchAll|fetchNext': method() } },
  },
});
