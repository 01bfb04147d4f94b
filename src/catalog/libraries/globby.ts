import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'globby',
  title: 'globby',
  checked: ['16.2.4'],
  evidence: 'd.ts',
  exports: {
    globbySync: { call: { roles: ['blocking'], blocking: { does: 'walks the directories', files: true, twin: { name: 'globby' } } } },
  },
});
