import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'next-auth',
  title: 'Auth.js',
  roles: ['auth', 'session'],
  checked: ['4.24.15'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['auth'] } }, getServerSession: { call: { roles: ['auth', 'session'], async: true } } },
});
