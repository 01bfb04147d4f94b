import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@react-pdf/renderer',
  title: 'react-pdf',
  roles: ['document'],
  checked: ['4.9.0'],
  evidence: 'd.ts',
  exports: { 'renderToFile|renderToStream|renderToBuffer|renderToString': { call: { roles: ['document'], async: true, task: { does: 'renders a PDF' } } }, pdf: { call: { roles: ['document'] } } },
});
