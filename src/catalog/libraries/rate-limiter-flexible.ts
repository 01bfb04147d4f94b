import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'rate-limiter-flexible',
  title: 'rate-limiter-flexible',
  checked: ['11.4.0'],
  evidence: 'd.ts',
  exports: { 'RateLimiterMemory|RateLimiterRedis|RateLimiterPostgres|RateLimiterMySQL|RateLimiterMongo|RateLimiterMemcache|RateLimiterPrisma|RateLimiterCluster|RateLimiterUnion|BurstyRateLimiter|RateLimiterQueue': { new: { roles: ['limiter'], returns: '#Limiter' } } },
  types: { Limiter: { members: { 'consume|penalty|reward|get|delete|block|removeTokens': { call: { roles: ['limiter'], async: true } } } } },
});
