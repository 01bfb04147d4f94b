import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'express-jwt',
  title: 'express-jwt',
  roles: ['auth'],
  checked: ['8.5.1'],
  evidence: 'd.ts',
  exports: { expressjwt: { call: { roles: ['auth', 'middleware'], args: { options: '0' } } } },
});
