import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'sleep-promise',
  title: 'sleep-promise',
  checked: ['9.1.0'],
  evidence: 'readme',
  exports: { default: { call: { roles: ['sleep'], async: true, args: { timeout: '0' } } } },
});
