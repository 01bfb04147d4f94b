import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'cac',
  title: 'cac',
  roles: ['cli'],
  evidence: 'd.ts',
  exports: { 'cac|default': call('cli') },
});
