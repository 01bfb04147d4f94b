import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'debug',
  title: 'debug',
  roles: ['logger'],
  checked: ['4.4.3'],
  evidence: 'd.ts',
  exports: { 'default|debug': { call: { returns: '#Logger', args: { name: '0' } } } },
  types: { Logger: { call: { roles: ['logger'], args: { message: '0' } }, members: { extend: { call: { returns: '#Logger' } } } } },
});
