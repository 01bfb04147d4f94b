import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'p-retry',
  title: 'p-retry',
  roles: ['resilience'],
  checked: ['4.6.2', '6.2.1', '7.1.1', '9.0.0'],
  evidence: 'source: 10 retries',
  exports: { default: { call: { roles: ['resilience', 'retry'], async: true, args: { wraps: '0', options: '1', retries: '1.retries', factor: '1.factor', jitter: '1.randomize', forever: '1.forever', signal: '1.signal' }, defaults: { retries: 10 } } }, makeRetriable: { call: { roles: ['resilience', 'retry'], args: { wraps: '0', options: '1' }, versions: '>=7' } }, AbortError: {} },
});
