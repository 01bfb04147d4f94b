import { defineLibrary, type Retry } from '../schema.js';

const policy: Retry = {
  options: '1',
  count: 'retries',
  retries: 10,
  ends: ['timeout', 'retryIf', 'until'],
  growth: 'constant',
  kind: 'backoff',
  growths: { FIXED: 'constant', LINEAR: 'linear', EXPONENTIAL: 'exponential' },
  mend: { backoff: { backoff: "'EXPONENTIAL'" } },
};

export default defineLibrary({
  package: 'ts-retry-promise',
  title: 'ts-retry-promise',
  roles: ['resilience'],
  checked: ['0.8.1'],
  evidence: 'source: 10 retries, 100 ms apart, no jitter; d.ts',
  exports: {
    retry: { call: { roles: ['resilience', 'retry'], async: true, args: { wraps: '0', options: '1', retries: '1.retries', timeout: '1.timeout' }, retry: policy } },
    retryDecorator: { call: { roles: ['resilience', 'retry'], args: { wraps: '0' }, retry: policy } },
  },
});
