import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'p-queue',
  title: 'p-queue',
  roles: ['resilience'],
  checked: ['10.0.0'],
  evidence: 'd.ts',
  exports: { default: { new: { roles: ['resilience', 'limiter'], returns: '#Queue', args: { options: '0', concurrency: '0.concurrency', timeout: '0.timeout' } } } },
  types: { Queue: { members: { 'add|addAll': { call: { roles: ['limiter'], async: true, args: { wraps: '0' } } }, 'onIdle|onEmpty': { call: { async: true } } } } },
});
