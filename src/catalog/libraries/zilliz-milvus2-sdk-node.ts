import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@zilliz/milvus2-sdk-node',
  title: 'Milvus',
  roles: ['search'],
  checked: ['3.0.6'],
  evidence: 'd.ts: gRPC',
  exports: {
    MilvusClient: {
      new: {
        roles: ['expensive-client', 'search'],
        returns: '#Client',
        args: { url: '0.address|0' },
        resource: { cost: 'opens gRPC connections', singleton: 'yes', connects: 'construct', close: ['closeConnection'] },
      },
    },
  },
  types: {
    Client: {
      members: {
        'search|query|get|hybridSearch|hasCollection|describeCollection|showCollections': method('search', 'read'),
        'insert|upsert|delete|createCollection|dropCollection|createIndex|loadCollection|flushSync': method('search', 'write'),
      },
    },
  },
});
