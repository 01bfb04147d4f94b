import { defineLibrary, type Entity } from '../schema.js';
import { lazyPool } from '../shorthand.js';

const query: Entity = { call: { roles: ['sql', 'raw-sql'], args: { sql: '0.sql|0', params: '1' }, batch: 'sql' } };

export default defineLibrary({
  package: 'mysql2',
  title: 'mysql2',
  roles: ['sql'],
  engine: 'mysql',
  checked: ['2.3.3', '3.24.6'],
  evidence: 'probe: createConnection opens the socket at the call, createPool with the first query; d.ts',
  exports: {
    'createPool|createPoolCluster': { call: { roles: ['expensive-client', 'sql'], returns: '#Pool', args: { options: '0', url: '0' }, resource: { ...lazyPool, close: ['end'] } } },
    'createConnection|connect': {
      call: {
        roles: ['expensive-client', 'sql'],
        returns: '#Connection',
        args: { options: '0', url: '0' },
        resource: {
          cost: 'opens a database connection', singleton: 'yes', connects: 'construct', connectCall: 'connect',
          close: ['end', 'destroy', 'close'], exclusive: ['beginTransaction', 'changeUser'],
          pool: { name: 'createPool', methods: ['query', 'execute', 'end'] },
        },
      },
    },
    Pool: { is: '#Pool' },
    'Connection|PoolConnection': { is: '#Connection' },
    'RowDataPacket|ResultSetHeader': {},
  },
  types: {
    Pool: {
      members: {
        'query|execute': query,
        getConnection: { call: { passes: { 0: ['', '#Connection'] } } },
        promise: { call: { returns: 'mysql2/promise#Pool' } },
      },
    },
    Connection: {
      members: {
        'query|execute': query,
        'beginTransaction|commit|rollback': { call: { roles: ['transaction'] } },
        promise: { call: { returns: 'mysql2/promise#Connection' } },
      },
    },
  },
});
