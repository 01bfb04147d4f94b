import { defineLibrary } from '../schema.js';

// Ids are new each time: no `pure`.
export default defineLibrary({
  package: 'uuid',
  title: 'uuid',
  evidence: 'export listing',
  exports: { 'validate|version|parse|stringify': { call: { roles: ['pure'] } } },
});
