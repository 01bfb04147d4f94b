import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'cross-spawn',
  title: 'cross-spawn',
  checked: ['7.0.6'],
  evidence: 'export listing',
  exports: { sync: { call: { roles: ['blocking'], blocking: { does: 'waits for the child process to end', advice: 'Use `spawn` and await its `close` event.' } } } },
});
