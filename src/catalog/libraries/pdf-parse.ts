import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'pdf-parse',
  title: 'pdf-parse',
  roles: ['document'],
  checked: ['2.4.5'],
  evidence: 'd.ts; a function up to version 1, a class from 2',
  exports: { default: { call: { roles: ['document'], async: true, versions: '<2' } }, PDFParse: { new: { roles: ['document'], returns: '#Parser' } } },
  types: { Parser: { members: { 'getText|getInfo|getImage|getTable|getScreenshot': method('document') } } },
});
