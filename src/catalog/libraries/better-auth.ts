import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'better-auth',
  title: 'Better Auth',
  roles: ['auth', 'session'],
  evidence: 'd.ts',
  exports: { betterAuth: { call: { roles: ['auth'] } } },
});
