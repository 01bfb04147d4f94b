import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'prompts',
  title: 'prompts',
  roles: ['cli'],
  checked: ['2.4.2'],
  evidence: 'readme',
  exports: { 'default|prompt': { call: { roles: ['cli'], async: true } }, 'inject|override': call('cli') },
});
