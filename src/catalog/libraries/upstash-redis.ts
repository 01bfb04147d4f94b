import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@upstash/redis',
  aliases: ['@upstash/redis/cloudflare', '@upstash/redis/fastly'],
  title: 'Upstash Redis',
  roles: ['cache'],
  engine: 'redis',
  checked: ['1.39.0'],
  evidence: 'd.ts: REST over HTTP',
  exports: {
    Redis: {
      new: httpClient('#Redis', ['cache'], { args: { options: '0', url: '0.url' } }),
      members: { fromEnv: { call: httpClient('#Redis', ['cache']) } },
    },
  },
  types: {
    Redis: {
      members: {
        'get|mget|exists|ttl|keys|scan|hget|hmget|hgetall|hkeys|hvals|lrange|llen|smembers|sismember|zrange|zscore|zcard': method('cache', 'read'),
        set: { call: { roles: ['cache', 'write'], async: true, args: { key: '0', value: '1', ttl: '2.ex|2.px|2.exat|2.pxat' } } },
        setex: { call: { roles: ['cache', 'write'], async: true, args: { key: '0', ttl: '1', value: '2' } } },
        'mset|del|expire|incr|incrby|decr|hset|hdel|hincrby|lpush|rpush|lpop|rpop|sadd|srem|zadd|zrem|zincrby|eval|flushdb': method('cache', 'write'),
        publish: { call: { roles: ['publish'], async: true, args: { channel: '0', payload: '1' } } },
        'pipeline|multi': { call: { returns: '#Pipeline' } },
      },
    },
    Pipeline: { members: { exec: method('cache', 'write'), '*': { call: { returns: '#Pipeline' } } } },
  },
});
