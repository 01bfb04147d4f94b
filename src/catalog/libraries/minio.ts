import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'minio',
  title: 'MinIO client',
  roles: ['storage'],
  checked: ['8.0.7'],
  evidence: 'd.ts: HTTP',
  exports: { Client: { new: httpClient('#Client', ['storage'], { args: { options: '0', url: '0.endPoint' } }) } },
  types: {
    Client: {
      members: {
        'getObject|fGetObject|statObject|bucketExists|listBuckets': method('storage', 'read'),
        'listObjects|listObjectsV2': { call: { roles: ['storage', 'read'] } },
        'putObject|fPutObject|removeObject|removeObjects|copyObject|makeBucket': method('storage', 'write'),
      },
    },
  },
});
