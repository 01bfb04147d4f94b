import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'node:fs/promises',
  title: 'Node file system, promises',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing',
  exports: { readFile: method('file-read') },
});
