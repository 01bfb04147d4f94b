import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';
import { syncFileCalls } from '../sync-file-calls.js';

// `realpath` of `node:fs/promises` is the native one: on some file systems it answers with other letter case than `realpathSync`.
const realpath = 'Use `realpath` of `node:fs/promises`, which answers as `realpathSync.native` does.';

export default defineLibrary({
  package: 'node:fs',
  title: 'Node file system',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing; d.ts; documentation of the promise forms',
  exports: {
    ...syncFileCalls((name, { takesDescriptor }) => ({ module: 'node:fs/promises', name, ...(takesDescriptor ? { notNumber: '0' } : {}) })),
    promises: { members: { readFile: method('file-read') } },
    realpathSync: {
      call: { roles: ['blocking'], blocking: { does: 'resolves the path', files: true, brief: true, advice: realpath } },
      members: { native: { call: { roles: ['blocking'], blocking: { does: 'resolves the path', files: true, brief: true, twin: { module: 'node:fs/promises', name: 'realpath' } } } } },
    },
  },
});
