import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'js-yaml',
  title: 'js-yaml',
  checked: ['5.5.0'],
  evidence: 'export listing',
  exports: { 'load|safeLoad': call('pure', 'parse') },
});
