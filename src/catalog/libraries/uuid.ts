import { defineLibrary } from '../schema.js';

// Ids are new each time: no `pure`.
export default defineLibrary({
  package: 'uuid',
  title: 'uuid',
  checked: ['11.1.1'],
  evidence: 'export listing',
  exports: { 'validate|version|parse|stringify': { call: { roles: ['pure'] } } },
});
