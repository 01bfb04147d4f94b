import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'typesense',
  title: 'Typesense client',
  roles: ['search'],
  checked: ['3.1.0'],
  evidence: 'd.ts',
  exports: { 'Client|SearchClient': { new: httpClient('#Client', ['search'], { args: { options: '0', timeout: '0.connectionTimeoutSeconds' } }) } },
  types: {
    Client: { members: { collections: { call: { returns: '#Collection' } } } },
    Collection: { members: { documents: { call: { returns: '#Documents' } }, 'create|update|delete': method('search', 'write') } },
    Documents: { members: { 'search|export|retrieve': method('search', 'read'), 'create|upsert|update|import|delete': method('search', 'write') } },
  },
});
