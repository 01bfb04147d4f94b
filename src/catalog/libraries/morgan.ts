import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'morgan',
  title: 'morgan',
  roles: ['logger'],
  checked: ['1.12.1'],
  evidence: 'export listing',
  exports: { default: call('logger', 'middleware') },
});
