import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'node:os',
  title: 'Node OS',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing; these answer the same as long as the process lives',
  exports: { 'homedir|tmpdir|hostname|platform|type|arch|cpus|availableParallelism|totalmem|endianness': call('pure') },
});
