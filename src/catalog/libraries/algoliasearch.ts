import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'algoliasearch',
  title: 'Algolia client',
  roles: ['search'],
  evidence: 'd.ts; up to version 4 the default export',
  exports: { 'default|algoliasearch': { call: httpClient('#Client', ['search'], { args: { options: '2' } }) } },
  types: {
    Client: {
      members: {
        'search|searchSingleIndex|searchForHits|getObject|getObjects': method('search', 'read'),
        'saveObject|saveObjects|partialUpdateObject|partialUpdateObjects|deleteObject|deleteObjects|replaceAllObjects|batch': method('search', 'write'),
        initIndex: { call: { returns: '#Client', versions: '<5' } },
      },
    },
  },
});
