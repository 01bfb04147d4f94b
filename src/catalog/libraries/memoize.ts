import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'memoize',
  aliases: ['mem'],
  title: 'memoize',
  roles: ['memoize'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['memoize'], args: { handler: '0' } } } },
});
