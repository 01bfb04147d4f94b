import { defineLibrary, type Entity } from '../schema.js';

const log: Entity = { call: { roles: ['logger'], args: { message: '0', fields: '1' } } };
const members: Record<string, Entity> = { 'error|warn|info|http|verbose|debug|silly|log': log, 'child': { call: { returns: '#Logger' } } };

export default defineLibrary({
  package: 'winston',
  title: 'winston',
  roles: ['logger'],
  checked: ['2.4.7', '3.19.0'],
  evidence: 'd.ts; fields come last',
  exports: { createLogger: { call: { roles: ['logger'], returns: '#Logger' } }, default: { is: '#Logger' }, Logger: { is: '#Logger' }, ...members },
  types: { Logger: { members } },
});
