import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'opossum',
  title: 'opossum',
  roles: ['resilience'],
  checked: ['8.5.0', '10.0.0'],
  evidence: 'source: 10 s, half of the calls, 30 s',
  exports: {
    default: {
      new: { roles: ['resilience', 'circuit-breaker', 'timeout'], returns: '#Breaker', args: { wraps: '0', options: '1', timeout: '1.timeout' }, defaults: { timeoutMs: 10_000 } },
    },
  },
  types: { Breaker: { members: { fire: { call: { roles: ['circuit-breaker'], async: true } }, 'fallback|on': { call: { returns: '#Breaker' } } } } },
});
