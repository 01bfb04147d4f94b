import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'cookie-session',
  title: 'cookie-session',
  roles: ['session'],
  checked: ['2.1.1'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['session', 'middleware'], args: { options: '0' } } } },
});
