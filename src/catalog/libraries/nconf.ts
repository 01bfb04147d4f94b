import { defineLibrary, type Entity } from '../schema.js';

const load: Entity = { call: { roles: ['config-load', 'env'], returns: '#Provider' } };
const members = { 'env|argv|file|defaults|overrides|use|add': load, 'get|set': { call: { roles: ['env' as const] } } };

export default defineLibrary({
  package: 'nconf',
  title: 'nconf',
  roles: ['env', 'config-load'],
  checked: ['0.13.0'],
  evidence: 'source',
  exports: { default: { is: '#Provider' }, ...members },
  types: { Provider: { members } },
});
