import { defineLibrary, type Entity } from '../schema.js';

const runs = (advice: string): Entity => ({ call: { roles: ['blocking'], blocking: { does: 'waits for the child process to end', advice } } });

export default defineLibrary({
  package: 'node:child_process',
  title: 'Node child processes',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing; documentation: the promisified forms give { stdout, stderr }, the synchronous ones the output itself',
  exports: {
    execSync: runs('Use `promisify(exec)` and read `stdout` of what it resolves to.'),
    execFileSync: runs('Use `promisify(execFile)` and read `stdout` of what it resolves to.'),
    spawnSync: runs('Use `spawn` and await its `close` event.'),
  },
});
