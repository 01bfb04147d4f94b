import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'rimraf',
  title: 'rimraf',
  checked: ['6.1.4'],
  evidence: 'd.ts; before 4 the asynchronous form takes a callback',
  exports: {
    'rimrafSync|sync': { call: { roles: ['blocking'], versions: '>=4', blocking: { does: 'removes the files', files: true, twin: { name: 'rimraf' } } } },
  },
});
