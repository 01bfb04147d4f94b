import { defineLibrary, type Action, type Entity } from '../schema.js';

const runs: Action = { roles: ['blocking'], blocking: { does: 'waits for the child process to end' } };
const twin = (name: string): Entity => ({ call: { roles: ['blocking'], blocking: { does: 'waits for the child process to end', twin: { name } } } });

export default defineLibrary({
  package: 'execa',
  title: 'execa',
  checked: ['10.2.1'],
  evidence: 'export listing; documentation: the same result object in both forms',
  exports: {
    execaSync: twin('execa'),
    execaCommandSync: { call: { ...twin('execaCommand').call, versions: '<10' } },
    // Up to version 5 the one export is a function with the synchronous forms as its properties.
    'sync|commandSync': { call: { ...runs, versions: '<6', blocking: { does: 'waits for the child process to end', advice: 'Await `execa(...)` or `execa.command(...)`.' } } },
  },
});
