import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'bottleneck',
  title: 'Bottleneck',
  roles: ['resilience'],
  checked: ['2.19.5'],
  evidence: 'export listing',
  exports: { default: { new: { roles: ['resilience', 'limiter'], returns: '#Limiter', args: { options: '0', concurrency: '0.maxConcurrent' } } } },
  types: {
    Limiter: { members: { schedule: { call: { roles: ['limiter'], async: true, args: { wraps: '0' } } }, wrap: { call: { roles: ['limiter'], args: { wraps: '0' } } } } },
  },
});
