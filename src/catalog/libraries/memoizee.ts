import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'memoizee',
  title: 'memoizee',
  roles: ['memoize'],
  evidence: 'readme',
  exports: { default: { call: { roles: ['memoize'], args: { handler: '0' } } } },
});
