import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'async-retry',
  title: 'async-retry',
  roles: ['resilience'],
  checked: ['1.3.3'],
  evidence: 'source: 10 retries with jitter',
  exports: {
    default: {
      call: {
        roles: ['resilience', 'retry'],
        async: true,
        args: { wraps: '0', options: '1', retries: '1.retries', factor: '1.factor', jitter: '1.randomize', forever: '1.forever' },
        defaults: { retries: 10 },
        retry: {
          options: '1',
          count: 'retries',
          retries: 10,
          forever: 'forever',
          ends: ['maxRetryTime', 'onRetry'],
          growth: 'exponential',
          factor: 'factor',
          cap: 'maxTimeout',
          jitter: 'randomize',
          jittered: true,
          mend: { backoff: { factor: '2' }, jitter: { randomize: 'true' } },
        },
      },
    },
  },
});
