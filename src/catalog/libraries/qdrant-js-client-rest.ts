import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@qdrant/js-client-rest',
  title: 'Qdrant',
  roles: ['search'],
  checked: ['1.19.0'],
  evidence: 'probe: the constructor sends a request that compares versions, unless checkCompatibility is false',
  exports: {
    QdrantClient: {
      new: {
        roles: ['expensive-client', 'search'],
        returns: '#Client',
        args: { options: '0', url: '0.url', timeout: '0.timeout' },
        resource: { cost: 'asks the server for its version', singleton: 'prefer', connects: 'construct' },
      },
    },
  },
  types: {
    Client: {
      members: {
        'search|query|queryBatch|retrieve|scroll|count|recommend|getCollection|getCollections': method('search', 'read'),
        'upsert|delete|setPayload|updateVectors|createCollection|deleteCollection|createPayloadIndex': method('search', 'write'),
      },
    },
  },
});
