import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'ava',
  title: 'AVA',
  roles: ['test'],
  checked: ['7.0.0'],
  evidence: 'd.ts',
  exports: { default: call('test') },
});
