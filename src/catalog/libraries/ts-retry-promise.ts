import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'ts-retry-promise',
  title: 'ts-retry-promise',
  roles: ['resilience'],
  checked: ['0.8.1'],
  evidence: 'd.ts',
  exports: { retry: { call: { roles: ['resilience', 'retry'], async: true, args: { wraps: '0', options: '1', retries: '1.retries', timeout: '1.timeout' } } }, retryDecorator: { call: { roles: ['resilience', 'retry'], args: { wraps: '0' } } } },
});
