import { defineLibrary, type Action } from '../schema.js';
import { method } from '../shorthand.js';

const connect: Action = {
  roles: ['expensive-client', 'sql'],
  returns: '#Cluster',
  async: true,
  args: { url: '0', options: '1' },
  resource: { cost: 'opens connections to the whole cluster', singleton: 'yes', connects: 'construct', close: ['close'] },
};

export default defineLibrary({
  package: 'couchbase',
  title: 'Couchbase SDK',
  roles: ['sql'],
  engine: 'couchbase',
  checked: ['4.7.1'],
  evidence: 'd.ts',
  exports: { connect: { call: connect }, Cluster: { is: '#Cluster', members: { connect: { call: connect } } } },
  types: {
    Cluster: {
      members: {
        bucket: { call: { returns: '#Bucket' } },
        query: { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0' } } },
        'searchQuery|analyticsQuery': method('search', 'read'),
      },
    },
    Bucket: { members: { 'defaultCollection|collection': { call: { returns: '#Collection' } }, scope: { call: { returns: '#Bucket' } } } },
    Collection: { members: { 'get|exists|getAndTouch|lookupIn': method('sql', 'read'), 'insert|upsert|replace|remove|mutateIn|touch': method('sql', 'write') } },
  },
});
