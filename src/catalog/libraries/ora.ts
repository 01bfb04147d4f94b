import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'ora',
  title: 'ora',
  roles: ['cli'],
  checked: ['9.4.1'],
  evidence: 'd.ts',
  exports: { 'default|oraPromise': call('cli') },
});
