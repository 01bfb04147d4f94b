import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'pdfmake',
  aliases: ['pdfmake/build/pdfmake'],
  title: 'pdfmake',
  roles: ['document'],
  checked: ['0.3.11'],
  evidence: 'source',
  exports: { default: { new: { roles: ['document'], returns: '#Printer', versions: '<0.3' } }, createPdf: call('document') },
  types: { Printer: { members: { createPdfKitDocument: { call: { roles: ['document'], versions: '<0.3' } } } } },
});
