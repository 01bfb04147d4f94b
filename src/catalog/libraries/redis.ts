import { defineLibrary, type Action, type Batch, type Entity, type Resource } from '../schema.js';
import { method } from '../shorthand.js';

/** Commands exist in camel case and in upper case. */
const inBothCases = (names: string): string => names.split('|').flatMap((name) => [name, name.toUpperCase()]).join('|');

const resource: Resource = {
  cost: 'opens a TCP connection',
  singleton: 'yes',
  connects: 'explicit',
  connectCall: 'connect',
  close: ['close', 'destroy', 'quit', 'disconnect', 'end'],
  exclusive: [
    'duplicate', 'MONITOR', 'monitor',
    ...inBothCases('subscribe|pSubscribe|sSubscribe|watch|multi|select|blPop|brPop|blMove|brPopLPush|blmPop|bzPopMin|bzPopMax|xRead|xReadGroup').split('|'),
  ],
};
const client = (returns: string): Action => ({ roles: ['expensive-client', 'cache'], returns, args: { url: '0.url', options: '0' }, resource });

const reads = inBothCases([
  'get|mGet|getRange|strLen|exists|ttl|pTTL|type|keys|scan|dbSize|hGet|hmGet|hGetAll|hKeys|hVals|hLen|hExists|hScan',
  'lRange|lLen|lIndex|lPos|sMembers|sIsMember|smIsMember|sCard|sRandMember|sScan|sInter|sUnion|sDiff|zRange|zRangeByScore|zScore|zmScore|zRank|zRevRank|zCard|zCount|zScan',
  'xRange|xRevRange|xLen|xPending|getBit|bitCount|bitPos|pfCount|geoPos|geoDist|geoSearch|dump',
].join('|'));
const writes = inBothCases([
  'setNX|mSet|mSetNX|getSet|getDel|getEx|append|setRange|incr|incrBy|incrByFloat|decr|decrBy|del|unlink|expire|expireAt|pExpire|pExpireAt|persist|rename|renameNX|copy|restore',
  'hSet|hSetNX|hDel|hIncrBy|hIncrByFloat|lPush|rPush|lPushX|rPushX|lPop|rPop|lRem|lSet|lTrim|lInsert|lMove|rPopLPush|sAdd|sRem|sPop|sMove|sInterStore|sUnionStore|sDiffStore',
  'zAdd|zRem|zIncrBy|zPopMin|zPopMax|zRemRangeByScore|zRemRangeByRank|zRemRangeByLex|zRangeStore|xAdd|xDel|xTrim|xAck|xClaim|xAutoClaim|setBit|bitOp|pfAdd|pfMerge|geoAdd|flushAll|flushDb|eval|evalSha',
].join('|'));

/** Commands of one tick are sent together. */
const pipelined: Batch = { form: 'multi() ... exec()', key: '0|1..', sameTick: true, oneNode: ['createCluster', 'RedisClusterType'], returns: true };
const command = (role: 'read' | 'write', form?: string): Entity => ({ call: { roles: ['cache', role], async: true, batch: form === undefined ? pipelined : { ...pipelined, form } } });

export default defineLibrary({
  package: 'redis',
  aliases: ['@redis/client'],
  title: 'node-redis',
  roles: ['cache'],
  engine: 'redis',
  checked: ['3.1.2', '4.7.1', '5.12.1', '6.3.1'],
  evidence: 'probe: createClient opens nothing before connect(), except up to version 3; a second connect() throws; d.ts',
  exports: {
    createClient: { call: client('#Redis') },
    'createCluster|createClientPool|createSentinel': { call: client('#Redis') },
    'RedisClientType|RedisClusterType|RedisClientPoolType|RedisSentinelType': { is: '#Redis' },
    'RedisClientOptions|RedisClusterOptions': {},
  },
  types: {
    Redis: {
      members: {
        connect: { call: { async: true, returns: '#Redis' } },
        'on|once|unref|withCommandOptions|withTypeMapping': { call: { returns: '#Redis' } },
        [reads]: command('read'),
        [writes]: command('write'),
        'get|GET': command('read', 'mGet(keys)'),
        'del|DEL|unlink|UNLINK': command('write', 'del(keys)'),
        // A scan goes on where the last one stopped.
        [inBothCases('scan|hScan|sScan|zScan|eval|evalSha')]: method('cache', 'read'),
        'set|SET': { call: { roles: ['cache', 'write'], async: true, args: { key: '0', value: '1', ttl: '2.EX|2.PX|2.EXAT|2.PXAT|2.expiration' }, batch: pipelined } },
        'setEx|SETEX|pSetEx|PSETEX': { call: { roles: ['cache', 'write'], async: true, args: { key: '0', ttl: '1', value: '2' } } },
        zRangeWithScores: method('cache', 'read'),
        'scanIterator|hScanIterator|sScanIterator|zScanIterator': { call: { roles: ['cache', 'read'] } },
        'publish|PUBLISH|sPublish|SPUBLISH': { call: { roles: ['publish'], async: true, args: { channel: '0', payload: '1' } } },
        'subscribe|SUBSCRIBE|pSubscribe|PSUBSCRIBE|sSubscribe|SSUBSCRIBE': { call: { roles: ['subscribe'], async: true } },
        'multi|MULTI': { call: { returns: '#Multi' } },
        duplicate: { call: { roles: ['cache'], returns: '#Redis' } },
      },
    },
    Multi: { members: { 'exec|execAsPipeline|execTyped|EXEC': method('cache', 'write'), '*': { call: { returns: '#Multi' } } } },
  },
});
