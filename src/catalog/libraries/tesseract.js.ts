import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

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
        resource: { cost: 'starts a worker and loads its model', singleton: 'yes', connects: 'loads', processWide: true },
      },
    },
  },
  types: { Worker: { members: { 'recognize|detect': method('ml-model') } } },
});
