import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: '@playwright/test',
  title: 'Playwright Test',
  roles: ['test'],
  checked: ['1.65.1'],
  evidence: 'd.ts',
  exports: { 'test|expect': call('test') },
});
