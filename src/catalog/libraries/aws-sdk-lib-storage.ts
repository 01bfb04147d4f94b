import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@aws-sdk/lib-storage',
  title: 'S3 upload',
  roles: ['storage'],
  checked: ['3.1169.0'],
  evidence: 'd.ts',
  exports: { Upload: { new: { roles: ['storage'], returns: '#Upload' } } },
  types: { Upload: { members: { done: method('storage', 'write') } } },
});
