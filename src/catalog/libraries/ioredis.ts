import { defineLibrary, type Action, type Batch, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const construct: Action = {
  roles: ['expensive-client', 'cache'],
  returns: '#Redis',
  args: { url: '0', options: 'last' },
  retry: { options: 'last', growth: 'linear', jittered: true, reconnects: 'retryStrategy' },
  resource: {
    cost: 'opens a TCP connection',
    singleton: 'yes',
    connects: 'construct',
    connectCall: 'connect',
    close: ['quit', 'disconnect', 'end'],
    exclusive: [
      'subscribe', 'psubscribe', 'ssubscribe', 'duplicate', 'watch', 'multi', 'monitor', 'select',
      'blpop', 'brpop', 'blmove', 'brpoplpush', 'blmpop', 'bzpopmin', 'bzpopmax', 'bzmpop', 'xreadgroup', 'xread',
    ],
    lazyOption: 'last.lazyConnect',
  },
};

const reads = [
  'get|mget|getrange|strlen|exists|ttl|pttl|type|keys|scan|randomkey|dbsize|hget|hmget|hgetall|hkeys|hvals|hlen|hexists|hscan|hstrlen',
  'lrange|llen|lindex|lpos|smembers|sismember|smismember|scard|srandmember|sscan|sinter|sunion|sdiff|zrange|zrangebyscore|zrangebylex|zrevrange|zrevrangebyscore|zscore|zmscore|zrank|zrevrank|zcard|zcount|zscan',
  'xrange|xrevrange|xlen|xpending|xinfo|getbit|bitcount|bitpos|pfcount|geopos|geodist|geosearch|object|memory|dump|getBuffer|hgetBuffer',
].join('|');
const writes = [
  'set|setnx|mset|msetnx|getset|getdel|getex|append|setrange|incr|incrby|incrbyfloat|decr|decrby|del|unlink|expire|expireat|pexpire|pexpireat|persist|rename|renamenx|copy|restore',
  'hset|hmset|hsetnx|hdel|hincrby|hincrbyfloat|lpush|rpush|lpushx|rpushx|lpop|rpop|lrem|lset|ltrim|linsert|lmove|rpoplpush|sadd|srem|spop|smove|sinterstore|sunionstore|sdiffstore',
  'zadd|zrem|zincrby|zpopmin|zpopmax|zremrangebyscore|zremrangebyrank|zremrangebylex|zrangestore|xadd|xdel|xtrim|xack|xclaim|xautoclaim|xgroup|setbit|bitop|pfadd|pfmerge|geoadd|flushall|flushdb|eval|evalsha',
].join('|');

/** Commands are written as they are called: those that do not wait for each other share a round trip. */
const pipelined: Batch = { form: 'pipeline() ... exec()', key: '0|1..', sameTick: true, oneNode: ['Cluster'], returns: true };
const command = (role: 'read' | 'write', form?: string): Entity => ({ call: { roles: ['cache', role], async: true, batch: form === undefined ? pipelined : { ...pipelined, form } } });

export default defineLibrary({
  package: 'ioredis',
  aliases: ['iovalkey'],
  title: 'ioredis',
  roles: ['cache'],
  engine: 'redis',
  checked: ['4.31.0', '5.11.1', '6.0.0'],
  evidence: 'probe: the socket opens on the tick after construction; source',
  exports: {
    default: { new: construct },
    Redis: { new: construct, members: { Cluster: { new: construct } } },
    Cluster: { new: construct },
    'RedisOptions|ClusterOptions|RedisKey|RedisValue': {},
  },
  types: {
    Redis: {
      members: {
        [reads]: command('read'),
        [writes]: command('write'),
        get: command('read', 'mget(keys)'),
        'del|unlink': command('write', 'del(...keys)'),
        // A scan goes on where the last one stopped.
        'scan|hscan|sscan|zscan|eval|evalsha': method('cache', 'read'),
        set: { call: { roles: ['cache', 'write'], async: true, args: { key: '0', value: '1', ttl: '3' }, batch: pipelined } },
        'setex|psetex': { call: { roles: ['cache', 'write'], async: true, args: { key: '0', ttl: '1', value: '2' }, batch: pipelined } },
        'publish|spublish': { call: { roles: ['publish'], async: true, args: { channel: '0', payload: '1' } } },
        'subscribe|psubscribe|ssubscribe': { call: { roles: ['subscribe'], async: true } },
        'pipeline|multi': { call: { returns: '#Pipeline' } },
        duplicate: { call: { roles: ['cache'], returns: '#Redis' } },
      },
    },
    // Commands are queued here and sent by exec.
    Pipeline: { members: { exec: method('cache', 'write'), '*': { call: { returns: '#Pipeline' } } } },
  },
});
