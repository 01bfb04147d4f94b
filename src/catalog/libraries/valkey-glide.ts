import { defineLibrary, type Action } from '../schema.js';
import { method } from '../shorthand.js';

const create: Action = {
  roles: ['expensive-client', 'cache'],
  returns: '#Client',
  async: true,
  args: { options: '0' },
  resource: { cost: 'opens a TCP connection', singleton: 'yes', connects: 'construct', close: ['close'], exclusive: ['watch', 'blpop', 'brpop', 'blmove', 'bzpopmin', 'bzpopmax', 'getPubSubMessage'] },
};

export default defineLibrary({
  package: '@valkey/valkey-glide',
  title: 'Valkey GLIDE',
  roles: ['cache'],
  engine: 'redis',
  checked: ['2.5.2'],
  evidence: 'd.ts',
  exports: { 'GlideClient|GlideClusterClient': { is: '#Client', members: { createClient: { call: create } } } },
  types: {
    Client: {
      members: {
        'get|mget|exists|ttl|hget|hmget|hgetall|lrange|smembers|zrange|zscore|scan': method('cache', 'read'),
        set: { call: { roles: ['cache', 'write'], async: true, args: { key: '0', value: '1', ttl: '2.expiry' } } },
        'mset|del|expire|incr|incrBy|decr|hset|hdel|lpush|rpush|lpop|rpop|sadd|srem|zadd|zrem': method('cache', 'write'),
        publish: { call: { roles: ['publish'], async: true, args: { payload: '0', channel: '1' } } },
      },
    },
  },
});
