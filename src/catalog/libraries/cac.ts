import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'cac',
  title: 'cac',
  roles: ['cli'],
  checked: ['7.1.0'],
  evidence: 'd.ts',
  exports: { 'cac|default': call('cli') },
});
