import { defineLibrary, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const task = { does: 'writes a workbook' };
const format = { members: { 'readFile|read|load': method('document'), 'writeFile|write|writeBuffer': { call: { roles: ['document'], async: true, task } } } } satisfies Entity;

export default defineLibrary({
  package: 'exceljs',
  title: 'ExcelJS',
  roles: ['document'],
  checked: ['4.4.0'],
  evidence: 'd.ts',
  exports: { Workbook: { new: { roles: ['document'], returns: '#Workbook' } }, stream: { members: { xlsx: { members: { WorkbookWriter: { new: { roles: ['document'], returns: '#Writer' } } } } } } },
  types: { Workbook: { members: { 'xlsx|csv': format } }, Writer: { members: { commit: { call: { roles: ['document'], async: true, task } } } } },
});
