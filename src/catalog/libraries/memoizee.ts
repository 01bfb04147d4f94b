import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'memoizee',
  title: 'memoizee',
  roles: ['memoize'],
  checked: ['0.4.17'],
  evidence: 'readme',
  exports: { default: { call: { roles: ['memoize'], args: { handler: '0' } } } },
});
