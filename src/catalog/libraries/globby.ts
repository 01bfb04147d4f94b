import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'globby',
  title: 'globby',
  checked: ['16.0.0'],
  evidence: 'd.ts',
  exports: {
    globbySync: { call: { roles: ['blocking'], blocking: { does: 'walks the directories', twin: { name: 'globby' } } } },
  },
});
