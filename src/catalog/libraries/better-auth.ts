import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'better-auth',
  title: 'Better Auth',
  roles: ['auth', 'session'],
  checked: ['1.7.25'],
  evidence: 'd.ts',
  exports: { betterAuth: { call: { roles: ['auth'] } } },
});
