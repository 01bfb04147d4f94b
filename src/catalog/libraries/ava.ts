import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'ava',
  title: 'AVA',
  roles: ['test'],
  evidence: 'd.ts',
  exports: { default: call('test') },
});
