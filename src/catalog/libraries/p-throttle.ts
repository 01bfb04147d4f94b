import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'p-throttle',
  title: 'p-throttle',
  roles: ['resilience'],
  checked: ['8.1.1'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['resilience', 'limiter'], returns: '#Throttle', args: { options: '0' } } } },
  types: { Throttle: { call: { roles: ['limiter'], args: { wraps: '0' } } } },
});
