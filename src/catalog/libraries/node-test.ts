import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'node:test',
  title: 'Node test runner',
  roles: ['test'],
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing',
  exports: { default: call('test'), 'test|it|describe|suite|before|after|beforeEach|afterEach': call('test'), mock: { members: { 'fn|method|module': call('test') } } },
});
