import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'connect-mongo',
  title: 'connect-mongo',
  roles: ['session'],
  checked: ['6.0.0'],
  evidence: 'd.ts',
  exports: { 'default|MongoStore': { members: { create: { call: { roles: ['session'], args: { url: '0.mongoUrl' } } } } } },
});
