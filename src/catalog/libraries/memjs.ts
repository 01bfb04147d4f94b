import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'memjs',
  title: 'MemJS',
  roles: ['cache'],
  engine: 'memcached',
  checked: ['1.3.2'],
  evidence: 'probe: the first command connects; source',
  exports: {
    Client: {
      members: {
        create: {
          call: {
            roles: ['expensive-client', 'cache'],
            returns: '#Client',
            args: { url: '0', options: '1' },
            resource: { cost: 'opens connections to the cache servers', singleton: 'yes', connects: 'first-use', close: ['close', 'quit'] },
          },
        },
      },
    },
  },
  types: {
    Client: {
      members: {
        get: method('cache', 'read'),
        'set|add|replace': { call: { roles: ['cache', 'write'], async: true, args: { key: '0', value: '1', ttl: '2.expires' } } },
        'delete|increment|decrement|append|prepend|touch|flush': method('cache', 'write'),
      },
    },
  },
});
