import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

// It caches for its whole life, so it is made per request: no resource.
export default defineLibrary({
  package: 'dataloader',
  title: 'DataLoader',
  roles: ['orm'],
  checked: ['2.2.3'],
  evidence: 'd.ts; documentation',
  exports: { default: { new: { roles: ['limiter'], returns: '#Loader', args: { batch: '0' } } } },
  types: { Loader: { members: { 'load|loadMany': method('memoize'), 'clear|clearAll|prime': { call: { returns: '#Loader' } } } } },
});
