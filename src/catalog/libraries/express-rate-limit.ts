import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'express-rate-limit',
  title: 'express-rate-limit',
  checked: ['8.7.4'],
  evidence: 'd.ts',
  exports: { 'default|rateLimit': { call: { roles: ['limiter', 'middleware'], args: { options: '0', max: '0.limit|0.max' } } } },
});
