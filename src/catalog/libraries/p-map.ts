import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'p-map',
  title: 'p-map',
  checked: ['7.1.1'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['limiter'], async: true, args: { items: '0', wraps: '1', concurrency: '2.concurrency' } } } },
});
