import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'mocha',
  title: 'Mocha',
  roles: ['test'],
  checked: ['12.0.3'],
  evidence: 'export listing',
  exports: { 'describe|it|test|before|after|beforeEach|afterEach|suite': call('test') },
});
