import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'connect-redis',
  title: 'connect-redis',
  roles: ['session'],
  checked: ['10.0.0'],
  evidence: 'd.ts',
  exports: { RedisStore: { new: { roles: ['session'], args: { client: '0.client' } } } },
});
