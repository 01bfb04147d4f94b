import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'clipanion',
  title: 'Clipanion',
  roles: ['cli'],
  checked: ['3.2.1'],
  evidence: 'd.ts',
  exports: { 'runExit|run': call('cli'), 'Cli|Command': { new: { roles: ['cli'] } } },
});
