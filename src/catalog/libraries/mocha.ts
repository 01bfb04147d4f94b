import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'mocha',
  title: 'Mocha',
  roles: ['test'],
  evidence: 'export listing',
  exports: { 'describe|it|test|before|after|beforeEach|afterEach|suite': call('test') },
});
