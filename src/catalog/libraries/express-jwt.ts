import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'express-jwt',
  title: 'express-jwt',
  roles: ['auth'],
  evidence: 'd.ts',
  exports: { expressjwt: { call: { roles: ['auth', 'middleware'], args: { options: '0' } } } },
});
