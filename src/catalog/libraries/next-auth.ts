import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'next-auth',
  title: 'Auth.js',
  roles: ['auth', 'session'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['auth'] } }, getServerSession: { call: { roles: ['auth', 'session'], async: true } } },
});
