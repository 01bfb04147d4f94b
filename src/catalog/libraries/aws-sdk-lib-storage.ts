import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@aws-sdk/lib-storage',
  title: 'S3 upload',
  roles: ['storage'],
  evidence: 'd.ts',
  exports: { Upload: { new: { roles: ['storage'], returns: '#Upload' } } },
  types: { Upload: { members: { done: method('storage', 'write') } } },
});
