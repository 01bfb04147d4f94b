import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'connect-redis',
  title: 'connect-redis',
  roles: ['session'],
  evidence: 'd.ts',
  exports: { RedisStore: { new: { roles: ['session'], args: { client: '0.client' } } } },
});
