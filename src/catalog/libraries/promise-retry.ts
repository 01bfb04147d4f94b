import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'promise-retry',
  title: 'promise-retry',
  roles: ['resilience'],
  checked: ['2.0.1'],
  evidence: 'source: 10 retries, factor 2, no jitter; options and function in either order',
  exports: {
    default: {
      call: {
        roles: ['resilience', 'retry'],
        async: true,
        args: { wraps: '0', options: '1', retries: '1.retries', factor: '1.factor', jitter: '1.randomize', forever: '1.forever' },
        defaults: { retries: 10 },
        retry: {
          options: '1|0',
          count: 'retries',
          retries: 10,
          forever: 'forever',
          growth: 'exponential',
          factor: 'factor',
          cap: 'maxTimeout',
          jitter: 'randomize',
          mend: { backoff: { factor: '2', randomize: 'true' }, jitter: { randomize: 'true' } },
        },
      },
    },
  },
});
