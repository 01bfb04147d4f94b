import { defineLibrary, type Entity } from '../schema.js';

const log: Entity = { call: { roles: ['logger'], args: { message: '0' } } };
const members: Record<string, Entity> = { 'error|fatal|warn|info|success|debug|log|start|complete|pending|await|note': log, 'scope': { call: { returns: '#Logger' } } };

export default defineLibrary({
  package: 'signale',
  title: 'signale',
  roles: ['logger'],
  checked: ['1.4.0'],
  evidence: 'export listing',
  exports: { default: { is: '#Logger' }, Signale: { new: { roles: ['logger'], returns: '#Logger' } }, ...members },
  types: { Logger: { members } },
});
