import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'pdfkit',
  title: 'PDFKit',
  roles: ['document'],
  checked: ['0.13.0', '0.20.2'],
  evidence: 'export listing; layout is synchronous, the output a stream',
  exports: { 'default|PDFDocument': { new: { roles: ['document'], returns: '#Document' } } },
  types: { Document: { members: { end: { call: { roles: ['document'], task: { does: 'lays out a PDF' } } }, '*': { call: { returns: '#Document' } } } } },
});
