import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'node-cache',
  title: 'node-cache',
  roles: ['cache'],
  checked: ['5.1.2'],
  evidence: 'd.ts: in this process, synchronous, seconds',
  exports: {
    default: {
      new: {
        roles: ['expensive-client', 'cache'],
        returns: '#Cache',
        args: { options: '0', ttl: '0.stdTTL' },
        resource: { cost: 'starts with an empty cache', singleton: 'yes', connects: 'never', close: ['close'] },
      },
    },
  },
  types: {
    Cache: {
      members: {
        'get|mget|has|keys|getTtl': call('cache', 'read'),
        set: { call: { roles: ['cache', 'write'], args: { key: '0', value: '1', ttl: '2' } } },
        'mset|del|take|ttl|flushAll': call('cache', 'write'),
      },
    },
  },
});
