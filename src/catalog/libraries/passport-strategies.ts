import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'passport-*',
  title: 'Passport',
  roles: ['auth', 'middleware'],
  evidence: 'source of passport-local 1.0.0 and passport-jwt: the verify callback is the last argument',
  exports: {
    'default|Strategy': { new: { roles: ['auth', 'middleware'], registers: { kind: 'middleware', handler: 'last', rejections: 'unhandled' } } },
  },
});
