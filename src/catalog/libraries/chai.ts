import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'chai',
  title: 'Chai',
  roles: ['test'],
  checked: ['6.3.0'],
  evidence: 'export listing',
  exports: { 'expect|should|use': call('test'), assert: call('test') },
});
