import { defineLibrary, type Entity } from '../schema.js';

const log: Entity = { call: { roles: ['logger'], args: { fields: '0', message: '1|0' } } };
const members: Record<string, Entity> = { 'trace|debug|info|warn|error|fatal': log, 'child': { call: { returns: '#Logger' } } };

export default defineLibrary({
  package: 'pino',
  title: 'pino',
  roles: ['logger'],
  checked: ['8.21.0', '9.14.0', '10.4.0'],
  evidence: 'd.ts; fields come first',
  exports: { 'default|pino': { call: { roles: ['logger'], returns: '#Logger' } }, Logger: { is: '#Logger' }, 'transport|destination|multistream': {} },
  types: { Logger: { members } },
});
