import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'memcached',
  title: 'memcached',
  roles: ['cache'],
  engine: 'memcached',
  checked: ['2.2.2'],
  evidence: 'probe: the first command connects; d.ts: callbacks only',
  exports: {
    default: {
      new: {
        roles: ['expensive-client', 'cache'],
        returns: '#Client',
        args: { url: '0', options: '1' },
        resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', close: ['end'] },
      },
    },
  },
  types: {
    Client: {
      members: {
        'get|gets|getMulti': call('cache', 'read'),
        'set|add|replace': { call: { roles: ['cache', 'write'], args: { key: '0', value: '1', ttl: '2' } } },
        'cas|append|prepend|incr|decr|del|touch|flush': call('cache', 'write'),
      },
    },
  },
});
