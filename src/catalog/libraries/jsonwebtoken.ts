import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'jsonwebtoken',
  title: 'jsonwebtoken',
  roles: ['auth'],
  checked: ['8.5.1', '9.0.3'],
  evidence: 'd.ts',
  exports: {
    sign: { call: { roles: ['auth'], args: { payload: '0', secret: '1', options: '2', expiry: '2.expiresIn' } } },
    'verify|decode': { call: { roles: ['auth'], args: { token: '0', secret: '1', options: '2' } } },
  },
});
