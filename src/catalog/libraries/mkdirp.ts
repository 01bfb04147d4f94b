import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'mkdirp',
  title: 'mkdirp',
  checked: ['3.0.1'],
  evidence: 'd.ts; before 1 the asynchronous form takes a callback, and before 2 there is no named export',
  exports: {
    'mkdirpSync|sync': { call: { roles: ['blocking'], versions: '>=2', blocking: { does: 'creates the directory', files: true, twin: { name: 'mkdirp' } } } },
  },
});
