import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'micro-memoize',
  title: 'micro-memoize',
  roles: ['memoize'],
  checked: ['5.2.0'],
  evidence: 'd.ts',
  exports: { memoize: { call: { roles: ['memoize'], args: { handler: '0' } } }, default: { call: { roles: ['memoize'], args: { handler: '0' }, versions: '<5' } } },
});
