import { defineLibrary, type Action } from '../schema.js';
import { method } from '../shorthand.js';

const construct: Action = {
  roles: ['expensive-client', 'cache'],
  returns: '#Keyv',
  args: { url: '0', options: 'last', ttl: '0.ttl|1.ttl' },
  resource: { cost: 'opens a store of its own', singleton: 'yes', connects: 'varies', close: ['disconnect'] },
};

export default defineLibrary({
  package: 'keyv',
  title: 'Keyv',
  roles: ['cache'],
  checked: ['4.5.4', '5.6.0', '6.1.0'],
  evidence: 'd.ts; up to version 4 the default export only',
  exports: { default: { new: construct }, Keyv: { new: construct } },
  types: {
    Keyv: {
      members: {
        'get|getMany|has': method('cache', 'read'),
        set: { call: { roles: ['cache', 'write'], async: true, args: { key: '0', value: '1', ttl: '2' } } },
        'delete|deleteMany|clear|setMany': method('cache', 'write'),
        on: { call: { returns: '#Keyv' } },
      },
    },
  },
});
