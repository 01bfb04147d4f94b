import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'vitest',
  title: 'Vitest',
  roles: ['test'],
  checked: ['5.1.1'],
  evidence: 'd.ts',
  exports: { 'describe|it|test|suite|expect|beforeAll|afterAll|beforeEach|afterEach': call('test'), 'vi|vitest': { members: { 'mock|fn|spyOn|useFakeTimers|useRealTimers|hoisted|waitFor': call('test') } } },
});
