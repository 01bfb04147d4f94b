import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'meow',
  title: 'meow',
  roles: ['cli'],
  evidence: 'd.ts',
  exports: { default: call('cli') },
});
