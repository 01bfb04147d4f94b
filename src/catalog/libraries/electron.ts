import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'electron',
  title: 'Electron',
  servesOneUser: true,
  checked: ['41.0.1'],
  evidence: 'documented: the program runs on the machine of its user',
  exports: {},
});
