import type { Blocking, Entity } from './schema.js';

/** What Node's synchronous file calls do, for the modules that export them (`node:fs` and its drop-in replacements). */
interface SyncFileCall {
  does: string;
  /** The asynchronous call with the same arguments and result, for those that take a path. */
  twin?: string;
  /** It takes a file descriptor in place of the path. */
  takesDescriptor?: boolean;
  unlessOptions?: string[];
  /** It touches one entry of a directory, or what the system knows of one file, and takes microseconds. */
  brief?: boolean;
  advice?: string;
  /** Versions of Node that have it. */
  versions?: string;
}

const handle = 'Open the file with `open` of `node:fs/promises` and use its `FileHandle`.';

const calls: Record<string, SyncFileCall> = {
  accessSync: { does: 'checks the file', brief: true, twin: 'access' },
  appendFileSync: { does: 'appends to the file', twin: 'appendFile', takesDescriptor: true },
  chmodSync: { does: 'changes the file', brief: true, twin: 'chmod' },
  chownSync: { does: 'changes the file', brief: true, twin: 'chown' },
  copyFileSync: { does: 'copies the file', twin: 'copyFile' },
  cpSync: { does: 'copies the files', twin: 'cp' },
  lchownSync: { does: 'changes the file', brief: true, twin: 'lchown' },
  linkSync: { does: 'links the file', brief: true, twin: 'link' },
  lstatSync: { does: 'looks the file up', brief: true, twin: 'lstat', unlessOptions: ['throwIfNoEntry'] },
  lutimesSync: { does: 'changes the file', brief: true, twin: 'lutimes' },
  mkdirSync: { does: 'creates the directory', brief: true, twin: 'mkdir' },
  mkdtempSync: { does: 'creates the directory', brief: true, twin: 'mkdtemp' },
  readFileSync: { does: 'reads the whole file', twin: 'readFile', takesDescriptor: true },
  readdirSync: { does: 'reads the directory', twin: 'readdir' },
  readlinkSync: { does: 'reads the link', brief: true, twin: 'readlink' },
  renameSync: { does: 'renames the file', brief: true, twin: 'rename' },
  rmSync: { does: 'removes the files', twin: 'rm' },
  rmdirSync: { does: 'removes the directory', twin: 'rmdir' },
  statSync: { does: 'looks the file up', brief: true, twin: 'stat', unlessOptions: ['throwIfNoEntry'] },
  statfsSync: { does: 'looks the file system up', brief: true, twin: 'statfs' },
  symlinkSync: { does: 'links the file', brief: true, twin: 'symlink' },
  truncateSync: { does: 'cuts the file', twin: 'truncate', takesDescriptor: true },
  unlinkSync: { does: 'removes the file', twin: 'unlink' },
  utimesSync: { does: 'changes the file', brief: true, twin: 'utimes' },
  writeFileSync: { does: 'writes the whole file', twin: 'writeFile', takesDescriptor: true },

  existsSync: { does: 'looks the file up', brief: true, advice: 'Do what you want to do with the file and handle `ENOENT`, or await `access` of `node:fs/promises`.' },
  globSync: { does: 'walks the directories', versions: '>=22', advice: 'Iterate over `glob` of `node:fs/promises` with `for await`.' },
  opendirSync: { does: 'opens the directory', advice: 'Use `opendir` of `node:fs/promises` and iterate over it with `for await`.' },
  'openSync|closeSync': { does: 'waits for the file system', brief: true, advice: handle },
  'fchmodSync|fchownSync|fstatSync|futimesSync': { does: 'waits for the file system', brief: true, advice: handle },
  'fdatasyncSync|fsyncSync|ftruncateSync': { does: 'waits for the file system', advice: handle },
  'readSync|readvSync': { does: 'reads from the file', advice: handle },
  'writeSync|writevSync': { does: 'writes to the file', advice: handle },
};

/**
 * The synchronous file calls as exports of one module.
 *
 * @param twinOf the twin that this module has for a call, given the name of the twin in `node:fs/promises`.
 * @param own calls of which the module says something else; `null` for one that it lacks.
 */
export function syncFileCalls(twinOf: (name: string, call: SyncFileCall) => Blocking['twin'], own: Record<string, Blocking | null> = {}): Record<string, Entity> {
  const entities: Record<string, Entity> = {};
  for (const [names, call] of Object.entries(calls)) {
    const { does, unlessOptions, brief, advice, versions } = call;
    for (const name of names.split('|')) {
      if (own[name] === null) continue;
      const blocking: Blocking = own[name] ?? {
        does,
        files: true,
        ...(call.twin ? { twin: twinOf(call.twin, call) } : {}),
        ...(advice ? { advice } : {}),
        ...(unlessOptions ? { unlessOptions } : {}),
        ...(brief ? { brief } : {}),
      };
      entities[name] = { call: { roles: name === 'readFileSync' ? ['blocking', 'file-read'] : ['blocking'], blocking, ...(versions ? { versions } : {}) } };
    }
  }
  return entities;
}
