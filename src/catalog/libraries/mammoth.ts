import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'mammoth',
  title: 'mammoth',
  roles: ['document'],
  evidence: 'd.ts',
  exports: { 'convertToHtml|extractRawText|convertToMarkdown': method('document') },
});
