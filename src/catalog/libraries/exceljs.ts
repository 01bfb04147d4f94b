import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

const format = { members: { 'readFile|read|load|writeFile|write|writeBuffer': method('document') } };

export default defineLibrary({
  package: 'exceljs',
  title: 'ExcelJS',
  roles: ['document'],
  checked: ['4.4.0'],
  evidence: 'd.ts',
  exports: { Workbook: { new: { roles: ['document'], returns: '#Workbook' } }, stream: { members: { xlsx: { members: { WorkbookWriter: { new: { roles: ['document'], returns: '#Writer' } } } } } } },
  types: { Workbook: { members: { 'xlsx|csv': format } }, Writer: { members: { commit: method('document') } } },
});
