import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: '@clack/prompts',
  title: 'Clack',
  roles: ['cli'],
  checked: ['1.9.0'],
  evidence: 'd.ts',
  exports: { 'text|select|confirm|multiselect|password|group': { call: { roles: ['cli'], async: true } }, 'intro|outro|spinner|note|cancel': call('cli') },
});
