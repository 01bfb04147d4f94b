import { defineLibrary } from '../schema.js';

const task = { does: 'reads the text off an image' };

export default defineLibrary({
  package: 'tesseract.js',
  title: 'Tesseract.js',
  roles: ['ml-model'],
  checked: ['7.0.0'],
  evidence: 'd.ts; documentation: recognize() makes a worker for each call',
  exports: {
    createWorker: {
      call: {
        roles: ['expensive-client', 'ml-model'],
        returns: '#Worker',
        async: true,
        args: { model: '0', options: '2' },
        resource: { cost: 'starts a worker and loads its model', singleton: 'yes', connects: 'loads', close: ['terminate'] },
      },
    },
    recognize: {
      call: {
        roles: ['expensive-client', 'ml-model'],
        async: true,
        task,
        resource: { cost: 'starts a worker and loads its model', singleton: 'yes', connects: 'loads', processWide: true },
      },
    },
  },
  types: { Worker: { members: { 'recognize|detect': { call: { roles: ['ml-model'], async: true, task } } } } },
});
