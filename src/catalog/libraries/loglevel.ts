import { defineLibrary, type Entity } from '../schema.js';

const log: Entity = { call: { roles: ['logger'], args: { message: '0' } } };
const members: Record<string, Entity> = { 'trace|debug|info|warn|error|log': log, 'getLogger': { call: { returns: '#Logger' } } };

export default defineLibrary({
  package: 'loglevel',
  title: 'loglevel',
  roles: ['logger'],
  checked: ['1.9.2'],
  evidence: 'export listing',
  exports: { default: { is: '#Logger' }, getLogger: { call: { roles: ['logger'], returns: '#Logger' } }, ...members },
  types: { Logger: { members } },
});
