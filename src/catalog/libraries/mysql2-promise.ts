import { defineLibrary, type Entity } from '../schema.js';
import { lazyPool, method } from '../shorthand.js';

const query: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0.sql|0', params: '1' }, batch: 'sql' } };

export default defineLibrary({
  package: 'mysql2/promise',
  aliases: ['mysql2/promise.js'],
  title: 'mysql2',
  roles: ['sql'],
  engine: 'mysql',
  checked: ['2.3.3', '3.24.6'],
  evidence: 'probe: createPool gives a plain pool, no promise; d.ts',
  exports: {
    'createPool|createPoolCluster': { call: { roles: ['expensive-client', 'sql'], returns: '#Pool', args: { options: '0', url: '0' }, resource: { ...lazyPool, close: ['end'] } } },
    createConnection: {
      call: {
        roles: ['expensive-client', 'sql'],
        returns: '#Connection',
        async: true,
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
    Pool: { members: { 'query|execute': query, getConnection: { call: { async: true, returns: '#Connection' } } } },
    Connection: { members: { 'query|execute': query, 'beginTransaction|commit|rollback': method('transaction'), 'ping|connect': method() } },
  },
});
