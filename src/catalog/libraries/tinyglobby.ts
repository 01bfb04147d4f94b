import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'tinyglobby',
  title: 'tinyglobby',
  checked: ['0.2.17'],
  evidence: 'd.ts',
  exports: { globSync: { call: { roles: ['blocking'], blocking: { does: 'walks the directories', files: true, twin: { name: 'glob' } } } } },
});
