import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@google-cloud/firestore',
  title: 'Firestore',
  roles: ['orm'],
  checked: ['9.4.1'],
  evidence: 'probe: the first query connects (gRPC); d.ts',
  exports: {
    Firestore: {
      new: {
        roles: ['expensive-client', 'orm'],
        returns: '#Firestore',
        args: { options: '0' },
        resource: { cost: 'opens gRPC connections', singleton: 'yes', connects: 'first-use', close: ['terminate'] },
      },
    },
    CollectionReference: { is: '#Collection' },
    'Query|CollectionGroup': { is: '#Collection' },
    DocumentReference: { is: '#Document' },
    Transaction: { is: '#Transaction' },
    WriteBatch: { is: '#Batch' },
    'FieldValue|Timestamp': { members: { '*': { call: { roles: ['pure'] } } } },
  },
  types: {
    Firestore: {
      members: {
        'collection|collectionGroup': { call: { returns: '#Collection' } },
        doc: { call: { returns: '#Document' } },
        'getAll|listCollections': method('orm', 'read'),
        runTransaction: { call: { roles: ['orm', 'transaction'], async: true, passes: { 0: ['#Transaction'] } } },
        'batch|bulkWriter': { call: { returns: '#Batch' } },
      },
    },
    Collection: {
      members: {
        doc: { call: { returns: '#Document' } },
        add: method('orm', 'write'),
        'get|listDocuments': method('orm', 'read'),
        count: { call: { returns: '#Collection' } },
        'where|orderBy|limit|limitToLast|offset|select|startAt|startAfter|endAt|endBefore|withConverter': { call: { returns: '#Collection' } },
        onSnapshot: { call: { roles: ['subscribe'] } },
      },
    },
    Document: {
      members: {
        get: method('orm', 'read'),
        'set|update|delete|create': method('orm', 'write'),
        collection: { call: { returns: '#Collection' } },
        withConverter: { call: { returns: '#Document' } },
        onSnapshot: { call: { roles: ['subscribe'] } },
      },
    },
    Transaction: { members: { 'get|getAll': method('orm', 'read'), 'set|update|delete|create': { call: { roles: ['orm', 'write'], returns: '#Transaction' } } } },
    Batch: { members: { commit: method('orm', 'write'), 'set|update|delete|create': { call: { returns: '#Batch' } } } },
  },
});
