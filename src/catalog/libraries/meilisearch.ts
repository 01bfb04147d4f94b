import { defineLibrary, type Action } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const construct: Action = httpClient('#Client', ['search'], { args: { options: '0', url: '0.host' } });

export default defineLibrary({
  package: 'meilisearch',
  title: 'Meilisearch client',
  roles: ['search'],
  checked: ['0.62.0'],
  evidence: 'd.ts; the older spelling of the class is MeiliSearch',
  exports: { Meilisearch: { new: construct }, MeiliSearch: { new: { ...construct, versions: '<0.50' } } },
  types: {
    Client: { members: { index: { call: { returns: '#Index' } }, 'getIndex|createIndex|deleteIndex|multiSearch': method('search') } },
    Index: {
      members: {
        'search|getDocument|getDocuments': method('search', 'read'),
        'addDocuments|addDocumentsInBatches|updateDocuments|deleteDocument|deleteDocuments|deleteAllDocuments|updateSettings': method('search', 'write'),
      },
    },
  },
});
