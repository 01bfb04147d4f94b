import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'p-memoize',
  title: 'p-memoize',
  roles: ['memoize'],
  checked: ['9.0.0'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['memoize'], args: { handler: '0' } } }, 'pMemoizeDecorator|pMemoizeClear': {} },
});
