import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'p-timeout',
  title: 'p-timeout',
  roles: ['resilience'],
  checked: ['4.1.0', '6.1.4', '8.0.0'],
  evidence: 'd.ts: milliseconds are the second argument up to version 4',
  exports: { default: { call: { roles: ['resilience', 'timeout'], async: true, args: { promise: '0', timeout: '1.milliseconds|1' } } } },
});
