import { defineLibrary, type Entity } from '../schema.js';

const log: Entity = { call: { roles: ['logger'], args: { message: '0' } } };
const members: Record<string, Entity> = { 'silly|trace|debug|info|warn|error|fatal': log, 'getSubLogger|child': { call: { returns: '#Logger' } } };

export default defineLibrary({
  package: 'tslog',
  title: 'tslog',
  roles: ['logger'],
  checked: ['4.11.0', '5.2.0'],
  evidence: 'export listing',
  exports: { Logger: { new: { roles: ['logger'], returns: '#Logger' } }, createLogger: { call: { roles: ['logger'], returns: '#Logger' } }, log: { is: '#Logger' } },
  types: { Logger: { members } },
});
