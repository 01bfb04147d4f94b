import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'env-var',
  title: 'env-var',
  roles: ['env'],
  checked: ['7.5.0'],
  evidence: 'd.ts',
  exports: { get: { call: { roles: ['env', 'pure'], returns: '#Variable' } }, from: { call: { roles: ['env', 'pure'] } } },
  types: { Variable: { members: { '*': { call: { roles: ['pure'], returns: '#Variable' } } } } },
});
