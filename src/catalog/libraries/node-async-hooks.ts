import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'node:async_hooks',
  title: 'Node async context',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing',
  exports: { AsyncLocalStorage: { new: { roles: ['tracing'], returns: '#Storage' } } },
  types: { Storage: { members: { 'run|exit|enterWith|getStore': { call: { roles: ['tracing'] } } } } },
});
