import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: '@oclif/core',
  title: 'oclif',
  roles: ['cli'],
  checked: ['5.1.9'],
  evidence: 'd.ts',
  exports: { 'run|execute': call('cli'), Command: { new: { roles: ['cli'] } } },
});
