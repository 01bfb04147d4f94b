import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'nock',
  title: 'nock',
  roles: ['test'],
  checked: ['15.0.6'],
  evidence: 'd.ts',
  exports: { default: call('test') },
});
