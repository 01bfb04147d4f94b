import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'weaviate-client',
  title: 'Weaviate',
  roles: ['search'],
  checked: ['3.14.0'],
  evidence: 'd.ts: connecting opens gRPC and asks the server for its version',
  exports: {
    'connectToLocal|connectToWeaviateCloud|connectToCustom|connectToWCS|connectToWCD': {
      call: {
        roles: ['expensive-client', 'search'],
        returns: '#Client',
        async: true,
        args: { url: '0', options: 'last' },
        resource: { cost: 'opens gRPC connections', singleton: 'yes', connects: 'construct', close: ['close'] },
      },
    },
  },
  types: {
    Client: { members: { collections: { members: { 'get|use': { call: { returns: '#Collection' } }, 'create|delete': method('search', 'write'), 'exists|listAll': method('search', 'read') } } } },
    Collection: {
      members: {
        query: { members: { '*': method('search', 'read') } },
        generate: { members: { '*': { call: { roles: ['search', 'agent-call'], async: true, args: { prompt: '1.singlePrompt|1.groupedTask' } } } } },
        data: { members: { '*': method('search', 'write') } },
        aggregate: { members: { '*': method('search', 'read') } },
      },
    },
  },
});
