import { defineLibrary, type Batch, type Entity, type Resource } from '../schema.js';
import { method } from '../shorthand.js';

const connection: Resource = { cost: 'opens a connection pool of its own', singleton: 'yes', connects: 'construct', close: ['disconnect', 'close', 'destroy'] };

const reads = (names: string, batch?: Batch): Record<string, Entity> => ({ [names]: { call: { roles: ['orm', 'read'], returns: '#Query', args: { filter: '0', options: '2' }, ...(batch && { batch }) } } });
const writes = (names: string, batch?: Batch): Record<string, Entity> => ({ [names]: { call: { roles: ['orm', 'write'], returns: '#Query', args: { filter: '0', update: '1' }, ...(batch && { batch }) } } });
const byId = 'find({ _id: { $in: ids } })';
const bulkUpdate: Batch = { form: 'bulkWrite([{ updateOne }, ...])', key: '0', unless: ['sort'] };
const deleteMany: Batch = { form: 'deleteMany({ _id: { $in: ids } })', key: '0', unless: ['sort'] };
const model: Entity = { call: { roles: ['orm'], returns: '#Model', args: { name: '0' } } };

export default defineLibrary({
  package: 'mongoose',
  title: 'Mongoose',
  roles: ['orm'],
  engine: 'mongodb',
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
        ...reads('findById', { form: byId, key: '0', rewrite: 'find({ _id: { $in: {keys} } })' }),
        ...reads('findOne|exists', { form: byId, unless: ['sort', 'skip'] }),
        ...reads('find', { form: byId, unless: ['limit', 'skip', 'cursor'] }),
        ...reads('countDocuments', { form: 'aggregate([{ $match }, { $group }])', unless: ['limit', 'skip'] }),
        ...reads('estimatedDocumentCount|distinct|aggregate|where|findAndCount'),
        ...writes('updateOne|updateMany|replaceOne|findOneAndUpdate|findByIdAndUpdate|findOneAndReplace', bulkUpdate),
        ...writes('deleteOne|deleteMany|findOneAndDelete|findByIdAndDelete', deleteMany),
        ...writes('insertMany|bulkWrite|bulkSave|syncIndexes|createCollection'),
        'remove|update|findOneAndRemove|findByIdAndRemove': { call: { roles: ['orm', 'write'], returns: '#Query', versions: '<8' } },
        count: { call: { roles: ['orm', 'read'], returns: '#Query', versions: '<8' } },
        'create|insertOne': { call: { roles: ['orm', 'write'], async: true, returns: '#Document', batch: { form: 'insertMany(documents)', key: '0', returns: true } } },
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
    Document: {
      members: {
        save: { call: { roles: ['orm', 'write'], async: true, batch: { form: 'bulkSave(documents)', key: 'this' } } },
        'deleteOne|remove': { call: { roles: ['orm', 'write'], async: true, batch: { ...deleteMany, key: 'this' } } },
        updateOne: method('orm', 'write'),
        populate: method('orm', 'read'),
      },
    },
    Session: { members: { withTransaction: method('transaction'), 'startTransaction|commitTransaction|abortTransaction|endSession': { call: { roles: ['transaction'] } } } },
  },
});
