import { defineLibrary, type Action } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const make: Action = httpClient('#Client', ['search'], { args: { options: '2' } });

export default defineLibrary({
  package: 'algoliasearch',
  title: 'Algolia client',
  roles: ['search'],
  checked: ['5.64.0'],
  evidence: 'd.ts; up to version 4 the default export',
  exports: { algoliasearch: { call: make }, default: { call: { ...make, versions: '<5' } } },
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
