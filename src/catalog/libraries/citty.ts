import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'citty',
  title: 'citty',
  roles: ['cli'],
  checked: ['0.2.2'],
  evidence: 'd.ts',
  exports: { 'runMain|runCommand|defineCommand|createMain': call('cli') },
});
