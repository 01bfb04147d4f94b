import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'chromadb',
  title: 'Chroma',
  roles: ['search'],
  checked: ['3.5.0'],
  evidence: 'd.ts: HTTP',
  exports: { 'ChromaClient|CloudClient|AdminClient': { new: httpClient('#Client', ['search'], { args: { options: '0' } }) }, Collection: { is: '#Collection' } },
  types: {
    Client: {
      members: {
        'getCollection|getOrCreateCollection|createCollection': { call: { roles: ['search'], async: true, returns: '#Collection' } },
        'listCollections|countCollections|heartbeat': method('search', 'read'),
        deleteCollection: method('search', 'write'),
      },
    },
    Collection: { members: { 'query|get|peek|count': method('search', 'read'), 'add|upsert|update|delete|modify': method('search', 'write') } },
  },
});
