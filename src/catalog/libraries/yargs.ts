import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'yargs',
  aliases: ['yargs/yargs'],
  title: 'yargs',
  roles: ['cli'],
  evidence: 'd.ts',
  exports: { default: call('cli') },
});
