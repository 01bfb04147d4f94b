import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'axios-retry',
  title: 'axios-retry',
  roles: ['resilience'],
  checked: ['4.5.0', '4.5.1'],
  evidence: 'probe: 3 retries without a delay; source: exponentialDelay adds up to 20 % by chance',
  exports: {
    default: {
      call: {
        roles: ['resilience', 'retry'],
        args: { client: '0', options: '1', retries: '1.retries', backoff: '1.retryDelay' },
        defaults: { retries: 3 },
        retry: {
          options: '1',
          count: 'retries',
          retries: 3,
          growth: 'none',
          wait: 'retryDelay',
          growths: { exponentialDelay: 'exponential', linearDelay: 'linear' },
          jittered: true,
          mend: { backoff: { retryDelay: '{it}.exponentialDelay' } },
        },
      },
    },
    'exponentialDelay|linearDelay': { call: { roles: ['pure'] } },
  },
});
