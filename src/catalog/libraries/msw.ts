import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'msw',
  aliases: ['msw/node'],
  title: 'MSW',
  roles: ['test'],
  checked: ['3.0.5'],
  evidence: 'd.ts',
  exports: { 'bypass|passthrough|setupServer': call('test'), 'http|graphql': { members: { 'get|post|put|patch|delete|query|mutation': call('test') } } },
});
