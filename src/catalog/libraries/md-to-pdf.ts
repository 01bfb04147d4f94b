import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'md-to-pdf',
  title: 'md-to-pdf',
  roles: ['document'],
  checked: ['5.2.5'],
  evidence: 'source: each call starts a browser',
  exports: { 'mdToPdf|default': { call: { roles: ['document', 'browser-automation'], async: true, task: { does: 'starts a browser to print a PDF' } } } },
});
