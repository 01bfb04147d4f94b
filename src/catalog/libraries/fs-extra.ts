import { defineLibrary, type Blocking, type Entity } from '../schema.js';
import { method } from '../shorthand.js';
import { syncFileCalls } from '../sync-file-calls.js';

const blocking = (does: string, name: string): Entity => ({ call: { roles: ['blocking'], blocking: { does, files: true, twin: { name } } } });
const brief = (does: string, name: string): Entity => ({ call: { roles: ['blocking'], blocking: { does, files: true, brief: true, twin: { name } } } });
const twin = (does: string, name: string): Blocking => ({ does, files: true, twin: { name } });

export default defineLibrary({
  package: 'fs-extra',
  aliases: ['fs-extra/esm'],
  title: 'fs-extra',
  checked: ['11.4.1'],
  evidence: 'source: every asynchronous form gives a promise when it gets no callback',
  exports: {
    // File descriptors stay numbers here, in both forms.
    ...syncFileCalls((name) => ({ name }), {
      globSync: null,
      existsSync: { ...twin('looks the file up', 'pathExists'), brief: true },
      openSync: { ...twin('opens the file', 'open'), brief: true },
      closeSync: { ...twin('closes the file', 'close'), brief: true },
      fchmodSync: { ...twin('changes the file', 'fchmod'), brief: true },
      fchownSync: { ...twin('changes the file', 'fchown'), brief: true },
      fdatasyncSync: twin('waits for the disk', 'fdatasync'),
      fstatSync: { ...twin('looks the file up', 'fstat'), brief: true },
      fsyncSync: twin('waits for the disk', 'fsync'),
      ftruncateSync: twin('cuts the file', 'ftruncate'),
      futimesSync: { ...twin('changes the file', 'futimes'), brief: true },
    }),
    realpathSync: brief('resolves the path', 'realpath'),
    copySync: blocking('copies the files', 'copy'),
    moveSync: blocking('moves the files', 'move'),
    removeSync: blocking('removes the files', 'remove'),
    emptyDirSync: blocking('empties the directory', 'emptyDir'),
    emptydirSync: blocking('empties the directory', 'emptydir'),
    ensureDirSync: brief('creates the directory', 'ensureDir'),
    mkdirsSync: brief('creates the directory', 'mkdirs'),
    mkdirpSync: brief('creates the directory', 'mkdirp'),
    ensureFileSync: brief('creates the file', 'ensureFile'),
    createFileSync: brief('creates the file', 'createFile'),
    ensureLinkSync: brief('links the file', 'ensureLink'),
    createLinkSync: brief('links the file', 'createLink'),
    ensureSymlinkSync: brief('links the file', 'ensureSymlink'),
    createSymlinkSync: brief('links the file', 'createSymlink'),
    outputFileSync: blocking('writes the whole file', 'outputFile'),
    readFile: method('file-read'),
    'readJson|readJSON': method('file-read', 'parse'),
    readJsonSync: { call: { roles: ['blocking', 'file-read', 'parse'], blocking: twin('reads the whole file', 'readJson') } },
    readJSONSync: { call: { roles: ['blocking', 'file-read', 'parse'], blocking: twin('reads the whole file', 'readJSON') } },
    writeJsonSync: blocking('writes the whole file', 'writeJson'),
    writeJSONSync: blocking('writes the whole file', 'writeJSON'),
    outputJsonSync: blocking('writes the whole file', 'outputJson'),
    outputJSONSync: blocking('writes the whole file', 'outputJSON'),
    pathExistsSync: brief('looks the file up', 'pathExists'),
  },
});
