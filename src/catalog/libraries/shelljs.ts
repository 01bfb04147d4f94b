import { defineLibrary } from '../schema.js';

const advice = 'Use `node:fs/promises` or `promisify(execFile)` of `node:child_process`.';

export default defineLibrary({
  package: 'shelljs',
  title: 'ShellJS',
  checked: ['0.10.0'],
  evidence: 'export listing; readme: commands are synchronous, exec unless it gets a callback or { async: true }',
  exports: {
    exec: { call: { roles: ['blocking'], blocking: { does: 'waits for the child process to end', advice, unlessCallback: true } } },
    cmd: { call: { roles: ['blocking'], blocking: { does: 'waits for the child process to end', advice } } },
    'cat|chmod|cp|find|grep|head|ls|mkdir|mv|rm|sed|sort|tail|touch|uniq|which': { call: { roles: ['blocking'], blocking: { does: 'waits for the file system', files: true, advice } } },
  },
});
