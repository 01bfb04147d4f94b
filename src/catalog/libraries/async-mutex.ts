import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'async-mutex',
  title: 'async-mutex',
  checked: ['0.5.0'],
  evidence: 'd.ts',
  exports: { 'Mutex|Semaphore': { new: { roles: ['limiter'], returns: '#Lock' } }, withTimeout: { call: { roles: ['timeout'], returns: '#Lock' } } },
  types: { Lock: { members: { 'runExclusive|acquire|waitForUnlock': { call: { roles: ['limiter'], async: true, args: { wraps: '0' } } } } } },
});
