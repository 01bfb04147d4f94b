import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'sleep-promise',
  title: 'sleep-promise',
  evidence: 'readme',
  exports: { default: { call: { roles: ['sleep'], async: true, args: { timeout: '0' } } } },
});
