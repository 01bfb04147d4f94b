import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'docx',
  title: 'docx',
  roles: ['document'],
  checked: ['9.15.2'],
  evidence: 'd.ts',
  exports: { Packer: { members: { 'toBuffer|toBase64String|toBlob|toString': method('document') } } },
});
