import { defineLibrary, type Action } from '../schema.js';
import { call, method } from '../shorthand.js';

// A cache per call is often meant: a memo for one computation. So its construction is no resource.
const construct: Action = { roles: ['cache'], returns: '#Cache', args: { options: '0', ttl: '0.ttl|0.maxAge', max: '0.max|0.maxSize' } };

export default defineLibrary({
  package: 'lru-cache',
  title: 'lru-cache',
  roles: ['cache'],
  checked: ['5.1.1', '6.0.0', '7.18.3', '10.4.3', '11.5.3'],
  evidence: 'd.ts of 5 to 11: the named export came with 7.18',
  exports: { default: { new: { ...construct, versions: '<9' } }, LRUCache: { new: construct } },
  types: {
    Cache: {
      members: {
        'get|has|peek|keys': call('cache', 'read'),
        fetch: method('cache', 'read'),
        set: { call: { roles: ['cache', 'write'], args: { key: '0', value: '1', ttl: '2.ttl' } } },
        'delete|clear': call('cache', 'write'),
      },
    },
  },
});
