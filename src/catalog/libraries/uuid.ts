import { defineLibrary } from '../schema.js';

// Ids are new each time: no `pure`.
export default defineLibrary({
  package: 'uuid',
  title: 'uuid',
  checked: ['14.0.3'],
  evidence: 'export listing',
  exports: { 'validate|version|parse|stringify': { call: { roles: ['pure'] } } },
});
