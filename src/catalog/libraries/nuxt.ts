import { defineLibrary } from '../schema.js';

/** Its server is Nitro, whose conventions for handlers it shares; beside that a package with it holds pages. */
export default defineLibrary({
  package: 'nuxt',
  title: 'Nuxt',
  roles: ['web-framework', 'ui'],
  checked: ['2.18.1'],
  evidence: 'documentation: what it is for',
  exports: {},
});
