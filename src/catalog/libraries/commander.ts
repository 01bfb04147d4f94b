import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'commander',
  aliases: ['@commander-js/extra-typings'],
  title: 'Commander',
  roles: ['cli'],
  checked: ['15.1.0'],
  evidence: 'd.ts',
  exports: { program: { is: '#Command' }, Command: { new: { roles: ['cli'], returns: '#Command' } }, createCommand: { call: { roles: ['cli'], returns: '#Command' } } },
  types: { Command: { members: { 'parse|parseAsync': { call: { roles: ['cli'] } }, '*': { call: { returns: '#Command' } } } } },
});
