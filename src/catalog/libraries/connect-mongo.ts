import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'connect-mongo',
  title: 'connect-mongo',
  roles: ['session'],
  evidence: 'd.ts',
  exports: { 'default|MongoStore': { members: { create: { call: { roles: ['session'], args: { url: '0.mongoUrl' } } } } } },
});
