import { defineLibrary, type Action, type Batch, type Entity, type Resource } from '../schema.js';
import { method } from '../shorthand.js';

const resource: Resource = {
  cost: 'sets up a connection pool of its own',
  singleton: 'yes',
  connects: 'first-use',
  connectCall: 'connect',
  reconnects: true,
  close: ['close'],
};
const byIds = 'find({ _id: { $in: ids } })';
const operation = (role: 'read' | 'write', batch: Batch): Entity => ({ call: { roles: ['orm', role], async: true, batch } });
const action: Action = { roles: ['expensive-client', 'orm'], returns: '#Client', args: { url: '0', options: '1' } };

export default defineLibrary({
  package: 'mongodb',
  title: 'MongoDB driver',
  roles: ['orm'],
  engine: 'mongodb',
  checked: ['3.7.4', '4.17.2', '5.9.2', '6.22.0', '7.8.0'],
  evidence: 'probe: the first operation connects by itself, as does connect(), which may be called again; static connect() makes a new client and pool',
  exports: {
    MongoClient: {
      new: { ...action, resource },
      members: { connect: { call: { ...action, async: true, resource: { ...resource, cost: 'opens a connection pool of its own', connects: 'construct' } } } },
    },
    Db: { is: '#Db' },
    Collection: { is: '#Collection' },
    ClientSession: { is: '#Session' },
    ObjectId: { new: { roles: ['pure'] }, call: { roles: ['pure'] } },
    ObjectID: { new: { roles: ['pure'], versions: '<5' }, call: { roles: ['pure'], versions: '<5' } },
    'Filter|WithId|Document': {},
  },
  types: {
    Client: {
      members: {
        connect: { call: { async: true, returns: '#Client' } },
        'on|once': { call: { returns: '#Client' } },
        db: { call: { returns: '#Db' } },
        startSession: { call: { roles: ['transaction'], returns: '#Session' } },
        withSession: { call: { roles: ['transaction'], async: true, passes: { last: ['#Session'] } } },
      },
    },
    Db: {
      members: {
        collection: { call: { returns: '#Collection', args: { name: '0' } } },
        'command|stats|listCollections': method('orm', 'read'),
        'createCollection|dropCollection|dropDatabase|createIndex': method('orm', 'write'),
      },
    },
    Collection: {
      members: {
        findOne: operation('read', { form: byIds, unless: ['sort', 'skip'] }),
        countDocuments: operation('read', { form: 'aggregate([{ $match }, { $group }])', unless: ['limit', 'skip'] }),
        'estimatedDocumentCount|distinct|count': method('orm', 'read'),
        find: { call: { roles: ['orm', 'read'], returns: '#Cursor', args: { filter: '0', limit: '1.limit' }, batch: { form: byIds, unless: ['limit', 'skip', 'next', 'tryNext', 'hasNext'] } } },
        aggregate: { call: { roles: ['orm', 'read'], returns: '#Cursor', args: { filter: '0', limit: '1.limit' } } },
        insertOne: operation('write', { form: 'insertMany(documents)', key: '0' }),
        'updateOne|updateMany|replaceOne|findOneAndUpdate|findOneAndReplace': operation('write', { form: 'bulkWrite([{ updateOne }, ...])', key: '0', unless: ['sort'] }),
        'deleteOne|deleteMany|findOneAndDelete': operation('write', { form: 'deleteMany({ _id: { $in: ids } })', key: '0', unless: ['sort'] }),
        'insertMany|bulkWrite|createIndex|createIndexes|dropIndex|drop|rename': method('orm', 'write'),
        watch: { call: { roles: ['orm', 'subscribe'] } },
      },
    },
    Cursor: {
      members: {
        'sort|limit|skip|project|map|hint|maxTimeMS|batchSize|filter|match|group|unwind|lookup': { call: { returns: '#Cursor' } },
        'toArray|next|tryNext|hasNext|forEach|count': { call: { async: true } },
      },
    },
    Session: { members: { withTransaction: method('transaction'), 'startTransaction|commitTransaction|abortTransaction|endSession': { call: { roles: ['transaction'] } } } },
  },
});
