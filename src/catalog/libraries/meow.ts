import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'meow',
  title: 'meow',
  roles: ['cli'],
  checked: ['14.1.0'],
  evidence: 'd.ts',
  exports: { default: call('cli') },
});
