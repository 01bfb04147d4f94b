import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'mollitia',
  title: 'Mollitia',
  roles: ['resilience'],
  checked: ['0.1.1'],
  evidence: 'd.ts',
  exports: {
    Circuit: { new: { roles: ['resilience', 'circuit-breaker'], returns: '#Circuit', args: { modules: '0.options.modules' } } },
    Timeout: { new: { roles: ['timeout'] } },
    Retry: { new: { roles: ['retry'], args: { retries: '0.attempts' } } },
    'SlidingCountBreaker|SlidingTimeBreaker': { new: { roles: ['circuit-breaker'] } },
    'Bulkhead|Ratelimit': { new: { roles: ['limiter'] } },
    'Fallback|Cache': { new: { roles: ['resilience'] } },
  },
  types: { Circuit: { members: { fn: { call: { returns: '#Circuit', args: { wraps: '0' } } }, execute: { call: { roles: ['circuit-breaker'], async: true } } } } },
});
