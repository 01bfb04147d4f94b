import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'node:util',
  title: 'Node util',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing',
  exports: { promisify: call('promisify'), 'format|inspect': call('pure') },
});
