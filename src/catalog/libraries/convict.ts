import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'convict',
  title: 'convict',
  roles: ['env', 'config-load'],
  checked: ['6.2.5'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['config-load', 'env'], returns: '#Config' } } },
  types: { Config: { members: { 'loadFile|load': { call: { roles: ['config-load'], returns: '#Config' } }, validate: { call: { roles: ['validator'], returns: '#Config' } }, 'get|has': call('env') } } },
});
