import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'html-pdf-node',
  title: 'html-pdf-node',
  roles: ['document'],
  checked: ['1.0.8'],
  evidence: 'source: each call starts a browser',
  exports: { 'generatePdf|generatePdfs': { call: { roles: ['document', 'browser-automation'], async: true, task: { does: 'starts a browser to print a PDF' } } } },
});
