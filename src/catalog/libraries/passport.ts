import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

const members = { authenticate: { call: { roles: ['auth' as const, 'middleware' as const], args: { strategy: '0' } } }, 'use|initialize|session|serializeUser|deserializeUser': call('auth') };

export default defineLibrary({
  package: 'passport',
  title: 'Passport',
  roles: ['auth'],
  checked: ['0.7.0'],
  evidence: 'export listing',
  exports: { default: { is: '#Passport' }, Passport: { new: { roles: ['auth'], returns: '#Passport' } } },
  types: { Passport: { members } },
});
