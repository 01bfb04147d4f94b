import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'docx',
  title: 'docx',
  roles: ['document'],
  checked: ['9.15.2'],
  evidence: 'd.ts',
  exports: { Packer: { members: { 'toBuffer|toBase64String|toBlob|toString': { call: { roles: ['document'], async: true, task: { does: 'builds a document', many: true } } } } } },
});
