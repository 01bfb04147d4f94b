import { defineLibrary, type Action } from '../schema.js';

const construct: Action = {
  roles: ['expensive-client', 'cache'],
  returns: '#Redis',
  resource: {
    cost: 'opens a TCP connection',
    singleton: 'yes',
    connects: 'construct',
    connectCall: 'connect',
    close: ['quit', 'disconnect'],
    exclusive: ['subscribe', 'psubscribe', 'ssubscribe', 'duplicate', 'watch', 'multi', 'blpop', 'brpop', 'blmove', 'brpoplpush', 'blmpop', 'bzpopmin', 'bzpopmax', 'monitor'],
    lazyOption: 'last.lazyConnect',
  },
};

export default defineLibrary({
  package: 'ioredis',
  title: 'ioredis',
  checked: ['5.11.1', '6.0.0'],
  evidence: 'probe: the socket opens on the tick after construction; source',
  exports: {
    default: { new: construct, members: { Cluster: { new: construct } } },
    Redis: { new: construct, members: { Cluster: { new: construct } } },
    Cluster: { new: construct },
  },
  types: {
    Redis: {
      members: {
        'get|mget|hget|hgetall|lrange|smembers|zrange|exists|ttl|scan|keys': { call: { roles: ['cache', 'read'], async: true } },
        'set|setex|mset|hset|del|expire|incr|decr|lpush|rpush|sadd|zadd': { call: { roles: ['cache', 'write'], async: true } },
        publish: { call: { roles: ['publish'], async: true, args: { channel: '0', payload: '1' } } },
        'subscribe|psubscribe': { call: { roles: ['subscribe'], async: true } },
        duplicate: { call: { returns: '#Redis' } },
      },
    },
  },
});
