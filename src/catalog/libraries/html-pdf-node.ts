import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'html-pdf-node',
  title: 'html-pdf-node',
  roles: ['document'],
  evidence: 'source: each call starts a browser',
  exports: { 'generatePdf|generatePdfs': { call: { roles: ['document', 'browser-automation'], async: true } } },
});
