import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'yaml',
  title: 'yaml',
  checked: ['2.9.1'],
  evidence: 'export listing',
  exports: { parse: call('pure', 'parse') },
});
