import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@upstash/ratelimit',
  title: '@upstash/ratelimit',
  checked: ['2.2.0'],
  evidence: 'd.ts',
  exports: { Ratelimit: { new: { roles: ['limiter'], returns: '#Limiter' }, members: { 'slidingWindow|fixedWindow|tokenBucket': { call: { roles: ['pure'] } } } } },
  types: { Limiter: { members: { 'limit|blockUntilReady': { call: { roles: ['limiter'], async: true } } } } },
});
