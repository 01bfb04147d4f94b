import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'yargs',
  aliases: ['yargs/yargs'],
  title: 'yargs',
  roles: ['cli'],
  checked: ['18.2.0'],
  evidence: 'd.ts',
  exports: { default: call('cli') },
});
