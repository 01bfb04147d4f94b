import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'p-all',
  title: 'p-all',
  checked: ['5.0.1'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['limiter'], async: true, args: { wraps: '0', concurrency: '1.concurrency' } } } },
});
