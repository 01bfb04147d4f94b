import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'minimist',
  aliases: ['yargs-parser'],
  title: 'minimist',
  roles: ['cli'],
  checked: ['1.2.8'],
  evidence: 'readme',
  exports: { default: call('cli') },
});
