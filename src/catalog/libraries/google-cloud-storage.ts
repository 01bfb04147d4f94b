import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@google-cloud/storage',
  title: 'Google Cloud Storage',
  roles: ['storage'],
  checked: ['7.22.0', '8.4.0'],
  evidence: 'probe: HTTP; d.ts',
  exports: { Storage: { new: httpClient('#Storage', ['storage'], { args: { options: '0' } }) }, Bucket: { is: '#Bucket' }, File: { is: '#File' } },
  types: {
    Storage: { members: { bucket: { call: { returns: '#Bucket' } }, createBucket: method('storage', 'write'), getBuckets: method('storage', 'read') } },
    Bucket: { members: { file: { call: { returns: '#File' } }, 'upload|deleteFiles|combine': method('storage', 'write'), 'getFiles|exists': method('storage', 'read') } },
    File: {
      members: {
        'download|exists|getMetadata|getSignedUrl': method('storage', 'read'),
        'save|delete|copy|move|setMetadata|makePublic': method('storage', 'write'),
        createReadStream: { call: { roles: ['storage', 'read'] } },
        createWriteStream: { call: { roles: ['storage', 'write'] } },
      },
    },
  },
});
