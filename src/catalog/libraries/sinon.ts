import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'sinon',
  title: 'Sinon',
  roles: ['test'],
  checked: ['22.1.0'],
  evidence: 'export listing',
  exports: { 'stub|spy|mock|fake|useFakeTimers|createSandbox|restore': call('test') },
});
