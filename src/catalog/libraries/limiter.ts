import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'limiter',
  title: 'limiter',
  checked: ['4.1.0'],
  evidence: 'd.ts',
  exports: { 'RateLimiter|TokenBucket': { new: { roles: ['limiter'], returns: '#Limiter' } } },
  types: { Limiter: { members: { removeTokens: { call: { roles: ['limiter'], async: true } }, tryRemoveTokens: { call: { roles: ['limiter'] } } } } },
});
