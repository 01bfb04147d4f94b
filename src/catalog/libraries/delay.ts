import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'delay',
  title: 'delay',
  checked: ['7.0.0'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['sleep'], async: true, args: { timeout: '0' } } }, rangeDelay: { call: { roles: ['sleep'], async: true } } },
});
