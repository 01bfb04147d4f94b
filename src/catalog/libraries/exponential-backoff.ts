import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'exponential-backoff',
  title: 'exponential-backoff',
  roles: ['resilience'],
  checked: ['3.1.3'],
  evidence: 'source: 9 retries, no jitter',
  exports: { backOff: { call: { roles: ['resilience', 'retry'], async: true, args: { wraps: '0', options: '1', attempts: '1.numOfAttempts', jitter: '1.jitter' }, defaults: { retries: 9 } } } },
});
