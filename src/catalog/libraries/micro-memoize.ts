import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'micro-memoize',
  title: 'micro-memoize',
  roles: ['memoize'],
  evidence: 'd.ts',
  exports: { memoize: { call: { roles: ['memoize'], args: { handler: '0' } } }, default: { call: { roles: ['memoize'], args: { handler: '0' }, versions: '<5' } } },
});
