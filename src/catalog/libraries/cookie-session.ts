import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'cookie-session',
  title: 'cookie-session',
  roles: ['session'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['session', 'middleware'], args: { options: '0' } } } },
});
