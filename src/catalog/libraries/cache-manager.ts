import { defineLibrary, type Action } from '../schema.js';
import { method } from '../shorthand.js';

const construct: Action = {
  roles: ['expensive-client', 'cache'],
  returns: '#Cache',
  args: { options: '0', ttl: '0.ttl' },
  resource: { cost: 'starts with an empty cache', singleton: 'yes', connects: 'varies', close: ['disconnect'] },
};

export default defineLibrary({
  package: 'cache-manager',
  title: 'cache-manager',
  roles: ['cache'],
  checked: ['4.1.0', '5.7.6', '6.4.3', '7.2.9'],
  evidence: 'd.ts of 4 to 7: seconds up to 4, milliseconds from 5',
  exports: {
    createCache: { call: construct },
    caching: { call: { ...construct, async: true, args: { options: '1', ttl: '1.ttl' }, versions: '<6' } },
    multiCaching: { call: { roles: ['cache'], returns: '#Cache', versions: '<6' } },
    Cache: { is: '#Cache' },
  },
  types: {
    Cache: {
      members: {
        'get|mget|ttl': method('cache', 'read'),
        set: { call: { roles: ['cache', 'write'], async: true, args: { key: '0', value: '1', ttl: '2.ttl|2' } } },
        'mset|del|mdel|clear|reset': method('cache', 'write'),
        wrap: { call: { roles: ['cache', 'memoize'], async: true, args: { key: '0', ttl: '2' } } },
      },
    },
  },
});
