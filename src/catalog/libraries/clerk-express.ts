import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@clerk/express',
  title: 'Clerk',
  roles: ['auth'],
  checked: ['2.1.70'],
  evidence: 'd.ts',
  exports: { 'clerkMiddleware|requireAuth': { call: { roles: ['auth', 'middleware'] } }, getAuth: { call: { roles: ['auth'] } }, createClerkClient: { call: { roles: ['auth'] } } },
});
