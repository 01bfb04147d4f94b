import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'fast-memoize',
  title: 'fast-memoize',
  roles: ['memoize'],
  evidence: 'readme',
  exports: { default: { call: { roles: ['memoize'], args: { handler: '0' } } } },
});
