import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'fast-memoize',
  title: 'fast-memoize',
  roles: ['memoize'],
  checked: ['2.5.2'],
  evidence: 'readme',
  exports: { default: { call: { roles: ['memoize'], args: { handler: '0' } } } },
});
