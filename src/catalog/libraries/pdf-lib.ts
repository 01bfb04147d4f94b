import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'pdf-lib',
  title: 'pdf-lib',
  roles: ['document'],
  checked: ['1.17.1'],
  evidence: 'd.ts: promises over work on the main thread',
  exports: { PDFDocument: { is: '#Document', members: { 'load|create': { call: { roles: ['document'], async: true, returns: '#Document' } } } } },
  types: { Document: { members: { 'save|saveAsBase64': { call: { roles: ['document'], async: true, task: { does: 'builds a PDF', many: true } } }, 'copyPages|embedFont|embedPng|embedJpg|embedPdf': method('document') } } },
});
