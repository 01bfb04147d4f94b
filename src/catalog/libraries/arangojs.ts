import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'arangojs',
  title: 'ArangoDB driver',
  roles: ['sql'],
  engine: 'arangodb',
  checked: ['10.4.0'],
  evidence: 'd.ts: HTTP',
  exports: {
    Database: { new: httpClient('#Database', ['sql'], { args: { url: '0.url|0' } }) },
    aql: { call: { roles: ['pure'] } },
  },
  types: {
    Database: {
      members: {
        query: { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' } } },
        collection: { call: { returns: '#Collection' } },
        beginTransaction: method('sql', 'transaction'),
      },
    },
    Collection: { members: { 'document|documents|documentExists|count': method('sql', 'read'), 'save|saveAll|update|updateAll|replace|remove|removeAll|import|truncate': method('sql', 'write') } },
  },
});
