import { defineLibrary } from '../schema.js';
import { syncFileCalls } from '../sync-file-calls.js';

export default defineLibrary({
  package: 'graceful-fs',
  title: 'graceful-fs',
  checked: ['4.2.12'],
  evidence: 'export listing; source: a copy of fs with callback forms that queue on EMFILE',
  exports: {
    ...syncFileCalls((name) => ({ name, promisify: true }), { globSync: null }),
    realpathSync: { call: { roles: ['blocking'], blocking: { does: 'resolves the path', files: true, brief: true, twin: { name: 'realpath', promisify: true } } } },
  },
});
