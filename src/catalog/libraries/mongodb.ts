import { defineLibrary, type Action, type Resource } from '../schema.js';
import { method } from '../shorthand.js';

const resource: Resource = {
  cost: 'sets up a connection pool of its own',
  singleton: 'yes',
  connects: 'first-use',
  connectCall: 'connect',
  reconnects: true,
  close: ['close'],
};
const action: Action = { roles: ['expensive-client', 'orm'], returns: '#Client', args: { url: '0', options: '1' } };

export default defineLibrary({
  package: 'mongodb',
  title: 'MongoDB driver',
  roles: ['orm'],
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
        'findOne|countDocuments|estimatedDocumentCount|distinct|count': method('orm', 'read'),
        'find|aggregate': { call: { roles: ['orm', 'read'], returns: '#Cursor', args: { filter: '0', limit: '1.limit' } } },
        'insertOne|insertMany|updateOne|updateMany|replaceOne|deleteOne|deleteMany|bulkWrite|findOneAndUpdate|findOneAndReplace|findOneAndDelete|createIndex|createIndexes|dropIndex|drop|rename': method('orm', 'write'),
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
