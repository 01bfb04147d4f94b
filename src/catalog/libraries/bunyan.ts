import { defineLibrary, type Entity } from '../schema.js';

const log: Entity = { call: { roles: ['logger'], args: { fields: '0', message: '1|0' } } };
const members: Record<string, Entity> = { 'trace|debug|info|warn|error|fatal': log, 'child': { call: { returns: '#Logger' } } };

export default defineLibrary({
  package: 'bunyan',
  title: 'bunyan',
  roles: ['logger'],
  checked: ['2.0.5'],
  evidence: 'd.ts; fields come first',
  exports: { createLogger: { call: { roles: ['logger'], returns: '#Logger' } }, default: { is: '#Logger' } },
  types: { Logger: { members } },
});
