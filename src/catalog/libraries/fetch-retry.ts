import { defineLibrary, type Retry } from '../schema.js';

const policy: Retry = { options: '1', count: 'retries', retries: 3, ends: ['retryOn'], growth: 'constant', wait: 'retryDelay', mend: { backoff: { retryDelay: '(attempt) => 1000 * 2 ** attempt * (0.5 + Math.random() / 2)' } } };

export default defineLibrary({
  package: 'fetch-retry',
  title: 'fetch-retry',
  roles: ['resilience'],
  checked: ['6.0.0'],
  evidence: 'readme: 3 retries, one second apart',
  exports: { default: { call: { roles: ['resilience', 'retry'], returns: '#Fetch', args: { options: '1', retries: '1.retries' }, defaults: { retries: 3 }, retry: policy } } },
  types: { Fetch: { call: { roles: ['http-call'], async: true, args: { url: '0', options: '1', signal: '1.signal', retries: '1.retries' } } } },
});
