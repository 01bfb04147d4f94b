import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const make = httpClient('#Service', ['storage'], { args: { url: '0', credentials: '1' }, defaults: { retries: 3 } });

export default defineLibrary({
  package: '@azure/storage-blob',
  title: 'Azure Blob Storage',
  roles: ['storage'],
  checked: ['12.34.0'],
  evidence: 'probe: HTTP, 4 attempts; d.ts',
  exports: {
    BlobServiceClient: { new: make, members: { fromConnectionString: { call: make } } },
    ContainerClient: { is: '#Container', new: { ...make, returns: '#Container' } },
    'BlobClient|BlockBlobClient|AppendBlobClient|PageBlobClient': { is: '#Blob', new: { ...make, returns: '#Blob' } },
    StorageSharedKeyCredential: { new: { roles: ['pure'] } },
  },
  types: {
    Service: { members: { getContainerClient: { call: { returns: '#Container' } }, 'createContainer|deleteContainer': method('storage', 'write') } },
    Container: {
      members: {
        'getBlobClient|getBlockBlobClient|getAppendBlobClient|getPageBlobClient': { call: { returns: '#Blob' } },
        'createIfNotExists|create|delete|deleteBlob|uploadBlockBlob': method('storage', 'write'),
        listBlobsFlat: { call: { roles: ['storage', 'read'] } },
      },
    },
    Blob: {
      members: {
        'download|downloadToBuffer|downloadToFile|exists|getProperties': method('storage', 'read'),
        'upload|uploadData|uploadFile|uploadStream|delete|deleteIfExists|stageBlock|commitBlockList': method('storage', 'write'),
      },
    },
  },
});
