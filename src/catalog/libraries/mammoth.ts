import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'mammoth',
  title: 'mammoth',
  roles: ['document'],
  checked: ['1.13.0'],
  evidence: 'd.ts',
  exports: { 'convertToHtml|extractRawText|convertToMarkdown': method('document') },
});
