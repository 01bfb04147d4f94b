import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'p-limit',
  title: 'p-limit',
  roles: ['resilience'],
  checked: ['7.3.3'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['resilience', 'limiter'], returns: '#Limit', args: { concurrency: '0' } } }, limitFunction: { call: { roles: ['resilience', 'limiter'], args: { wraps: '0' }, versions: '>=6.1' } } },
  types: { Limit: { call: { roles: ['limiter'], async: true, args: { wraps: '0' } }, members: { map: { call: { roles: ['limiter'], async: true } } } } },
});
