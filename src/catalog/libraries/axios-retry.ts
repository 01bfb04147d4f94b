import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'axios-retry',
  title: 'axios-retry',
  roles: ['resilience'],
  checked: ['4.5.0'],
  evidence: 'probe: 3 retries without a delay',
  exports: { default: { call: { roles: ['resilience', 'retry'], args: { client: '0', options: '1', retries: '1.retries', backoff: '1.retryDelay' }, defaults: { retries: 3 } } }, 'exponentialDelay|linearDelay': { call: { roles: ['pure'] } } },
});
