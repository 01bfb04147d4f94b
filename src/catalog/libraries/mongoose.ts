import { defineLibrary, type Entity, type Resource } from '../schema.js';
import { method } from '../shorthand.js';

const connection: Resource = { cost: 'opens a connection pool of its own', singleton: 'yes', connects: 'construct', close: ['disconnect', 'close', 'destroy'] };

const reads = 'find|findOne|findById|countDocuments|estimatedDocumentCount|distinct|exists|aggregate|where|findAndCount';
const writes = [
  'insertMany|updateOne|updateMany|replaceOne|findOneAndUpdate|findByIdAndUpdate|findOneAndReplace|findOneAndDelete|findByIdAndDelete',
  'deleteOne|deleteMany|bulkWrite|bulkSave|syncIndexes|createCollection',
].join('|');
const model: Entity = { call: { roles: ['orm'], returns: '#Model', args: { name: '0' } } };

export default defineLibrary({
  package: 'mongoose',
  title: 'Mongoose',
  roles: ['orm'],
  checked: ['5.13.23', '6.13.11', '7.8.13', '8.24.10', '9.12.1'],
  evidence: 'probe: connect() opens the process-wide connection; createConnection() gives a connection that is already connecting; d.ts',
  exports: {
    default: { is: '#Mongoose' },
    connect: {
      call: {
        roles: ['expensive-client', 'orm'], returns: '#Mongoose', async: true, args: { url: '0', options: '1' },
        resource: { ...connection, cost: 'connects the process to the database', processWide: true },
      },
    },
    createConnection: { call: { roles: ['expensive-client', 'orm'], returns: '#Connection', args: { url: '0', options: '1' }, resource: connection } },
    'model|deleteModel': model,
    connection: { is: '#Connection' },
    startSession: { call: { roles: ['transaction'], async: true, returns: '#Session' } },
    Mongoose: { new: { returns: '#Mongoose' } },
    Model: { is: '#Model', new: { returns: '#Document' } },
    Connection: { is: '#Connection' },
    ClientSession: { is: '#Session' },
    'Document|HydratedDocument': { is: '#Document' },
    Schema: { new: { roles: ['orm'], returns: '#Schema' } },
    'QueryFilter|InferSchemaType': {},
  },
  types: {
    // The module object; its functions are those of the exports.
    Mongoose: { members: { connection: { is: '#Connection' }, model, disconnect: method() } },
    Connection: {
      members: {
        model,
        asPromise: { call: { async: true, returns: '#Connection' } },
        startSession: { call: { roles: ['transaction'], async: true, returns: '#Session' } },
        transaction: { call: { roles: ['transaction'], async: true, passes: { 0: ['#Session'] } } },
        collection: { call: { returns: 'mongodb#Collection' } },
        db: { is: 'mongodb#Db' },
        useDb: { call: { returns: '#Connection' } },
      },
    },
    Schema: { members: { 'pre|post|virtual|index|plugin|method|static': { call: { returns: '#Schema' } } } },
    Model: {
      new: { returns: '#Document' },
      members: {
        [reads]: { call: { roles: ['orm', 'read'], returns: '#Query', args: { filter: '0', options: '2' } } },
        [writes]: { call: { roles: ['orm', 'write'], returns: '#Query', args: { filter: '0', update: '1' } } },
        'remove|update|findOneAndRemove|findByIdAndRemove': { call: { roles: ['orm', 'write'], returns: '#Query', versions: '<8' } },
        count: { call: { roles: ['orm', 'read'], returns: '#Query', versions: '<8' } },
        'create|insertOne': { call: { roles: ['orm', 'write'], async: true, returns: '#Document' } },
        watch: { call: { roles: ['orm', 'subscribe'] } },
      },
    },
    // A query is awaited as it is: what it gives, a document say, has the members of documents.
    Query: {
      members: {
        'save|deleteOne|updateOne|remove': method('orm', 'write'),
        'sort|limit|skip|select|lean|populate|session|where|equals|in|gt|gte|lt|lte|ne|or|and|cursor|projection|setOptions|hint|collation': { call: { returns: '#Query' } },
        exec: { call: { async: true } },
      },
    },
    Document: { members: { 'save|deleteOne|updateOne|remove': method('orm', 'write'), populate: method('orm', 'read') } },
    Session: { members: { withTransaction: method('transaction'), 'startTransaction|commitTransaction|abortTransaction|endSession': { call: { roles: ['transaction'] } } } },
  },
});
