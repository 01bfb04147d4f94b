import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'json5',
  title: 'JSON5',
  checked: ['2.2.3'],
  evidence: 'export listing',
  exports: { parse: call('pure', 'parse') },
});
