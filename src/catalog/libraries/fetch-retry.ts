import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'fetch-retry',
  title: 'fetch-retry',
  roles: ['resilience'],
  checked: ['6.0.0'],
  evidence: 'readme: 3 retries, one second apart',
  exports: { default: { call: { roles: ['resilience', 'retry'], returns: '#Fetch', args: { options: '1', retries: '1.retries' }, defaults: { retries: 3 } } } },
  types: { Fetch: { call: { roles: ['http-call'], async: true, args: { url: '0', options: '1', signal: '1.signal', retries: '1.retries' } } } },
});
