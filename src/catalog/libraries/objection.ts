import { defineLibrary, type Entity } from '../schema.js';

const query: Entity = { call: { roles: ['orm', 'read'], returns: '#Query', batch: { form: 'findByIds(ids)', unless: ['limit', 'offset', 'page', 'range', 'orderBy', 'forUpdate'] } } };

export default defineLibrary({
  package: 'objection',
  title: 'Objection',
  roles: ['orm'],
  checked: ['3.1.5'],
  evidence: 'd.ts',
  exports: {
    Model: { new: { returns: '#Instance' }, members: { query, relatedQuery: query, transaction: { call: { roles: ['orm', 'transaction'], async: true } }, fromJson: { call: { returns: '#Instance' } } } },
    transaction: { call: { roles: ['orm', 'transaction'], async: true } },
  },
  types: {
    Instance: { members: { '$query|$relatedQuery': query } },
    Query: {
      members: {
        'insert|insertAndFetch|insertGraph|upsertGraph|update|updateAndFetch|patch|patchAndFetch|patchAndFetchById|updateAndFetchById|delete|deleteById|relate|unrelate|increment|decrement|truncate': { call: { roles: ['orm', 'write'], returns: '#Query' } },
        '*': { call: { returns: '#Query' } },
      },
    },
  },
});
