import { defineLibrary, type Entity } from '../schema.js';

const log: Entity = { call: { roles: ['logger'], args: { message: '0' } } };
const members: Record<string, Entity> = { 'trace|debug|info|warn|error|fatal|mark': log, 'addContext': { call: { returns: '#Logger' } } };

export default defineLibrary({
  package: 'log4js',
  title: 'log4js',
  roles: ['logger'],
  checked: ['6.9.1'],
  evidence: 'd.ts',
  exports: { getLogger: { call: { roles: ['logger'], returns: '#Logger' } }, Logger: { is: '#Logger' }, 'configure|shutdown': {} },
  types: { Logger: { members } },
});
