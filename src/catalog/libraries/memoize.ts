import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'memoize',
  aliases: ['mem'],
  title: 'memoize',
  roles: ['memoize'],
  checked: ['11.0.0'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['memoize'], args: { handler: '0' } } } },
});
