import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'exponential-backoff',
  title: 'exponential-backoff',
  roles: ['resilience'],
  checked: ['3.1.3'],
  evidence: 'source: 10 tries, waits doubled, no jitter',
  exports: {
    backOff: {
      call: {
        roles: ['resilience', 'retry'],
        async: true,
        args: { wraps: '0', options: '1', attempts: '1.numOfAttempts', jitter: '1.jitter' },
        defaults: { retries: 9 },
        retry: {
          options: '1',
          count: 'numOfAttempts',
          countsFirst: true,
          retries: 9,
          ends: ['retry'],
          growth: 'exponential',
          factor: 'timeMultiple',
          cap: 'maxDelay',
          jitter: 'jitter',
          mend: { backoff: { timeMultiple: '2', jitter: "'full'" }, jitter: { jitter: "'full'" } },
        },
      },
    },
  },
});
