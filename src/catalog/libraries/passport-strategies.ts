import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'passport-*',
  title: 'Passport',
  roles: ['auth', 'middleware'],
  checked: ['1.0.0', '4.0.1'],
  evidence: 'source of passport-local and passport-jwt: the verify callback is the last argument',
  exports: {
    'default|Strategy': { new: { roles: ['auth', 'middleware'], registers: { kind: 'middleware', handler: 'last', rejections: 'unhandled' } } },
  },
});
