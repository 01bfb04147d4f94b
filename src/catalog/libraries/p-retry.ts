import { defineLibrary, type Retry } from '../schema.js';

const policy: Retry = {
  options: '1',
  count: 'retries',
  retries: 10,
  forever: 'forever',
  ends: ['maxRetryTime', 'signal', 'shouldRetry', 'shouldConsumeRetry', 'onFailedAttempt'],
  hooks: ['onFailedAttempt'],
  growth: 'exponential',
  factor: 'factor',
  cap: 'maxTimeout',
  jitter: 'randomize',
  mend: { backoff: { factor: '2', randomize: 'true' }, jitter: { randomize: 'true' } },
};

export default defineLibrary({
  package: 'p-retry',
  title: 'p-retry',
  roles: ['resilience'],
  checked: ['4.6.2', '6.2.1', '7.1.1', '9.0.0'],
  evidence: 'source: 10 retries, factor 2, no jitter; `forever` until 6',
  exports: {
    default: {
      call: {
        roles: ['resilience', 'retry'],
        async: true,
        args: { wraps: '0', options: '1', retries: '1.retries', factor: '1.factor', jitter: '1.randomize', forever: '1.forever', signal: '1.signal' },
        defaults: { retries: 10 },
        retry: policy,
      },
    },
    makeRetriable: { call: { roles: ['resilience', 'retry'], args: { wraps: '0', options: '1' }, retry: policy, versions: '>=7' } },
    AbortError: {},
  },
});
