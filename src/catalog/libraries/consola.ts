import { defineLibrary, type Entity } from '../schema.js';

const log: Entity = { call: { roles: ['logger'], args: { message: '0' } } };
const members: Record<string, Entity> = { 'fatal|error|warn|log|info|success|ready|start|box|debug|trace|verbose': log, 'withTag|withDefaults|create': { call: { returns: '#Logger' } } };

export default defineLibrary({
  package: 'consola',
  title: 'consola',
  roles: ['logger'],
  checked: ['3.4.2'],
  evidence: 'd.ts',
  exports: { 'default|consola': { is: '#Logger' }, createConsola: { call: { roles: ['logger'], returns: '#Logger' } } },
  types: { Logger: { members } },
});
