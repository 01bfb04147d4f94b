import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'inquirer',
  title: 'Inquirer',
  roles: ['cli'],
  checked: ['14.2.5'],
  evidence: 'd.ts',
  exports: { default: { members: { prompt: { call: { roles: ['cli'], async: true } } } }, createPromptModule: call('cli') },
});
