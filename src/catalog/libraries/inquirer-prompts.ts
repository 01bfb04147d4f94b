import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@inquirer/prompts',
  title: 'Inquirer prompts',
  roles: ['cli'],
  checked: ['8.8.0'],
  evidence: 'd.ts',
  exports: { 'input|select|confirm|checkbox|password|search|editor|number|expand|rawlist': { call: { roles: ['cli'], async: true } } },
});
