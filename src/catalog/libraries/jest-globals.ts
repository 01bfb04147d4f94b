import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: '@jest/globals',
  title: 'Jest',
  roles: ['test'],
  checked: ['30.5.2'],
  evidence: 'd.ts',
  exports: { 'describe|it|test|expect|beforeAll|afterAll|beforeEach|afterEach': call('test'), jest: { members: { 'mock|fn|spyOn|useFakeTimers|useRealTimers': call('test') } } },
});
