import { defineLibrary, type Entity } from '../schema.js';
import { lazyPool } from '../shorthand.js';

const query: Entity = { call: { roles: ['sql', 'raw-sql'], args: { sql: '0.sql|0', params: '1' }, batch: 'sql' } };

export default defineLibrary({
  package: 'mysql',
  title: 'mysql',
  roles: ['sql'],
  engine: 'mysql',
  checked: ['2.18.1'],
  evidence: 'probe: the connection opens with connect() or the first query',
  exports: {
    'createPool|createPoolCluster': { call: { roles: ['expensive-client', 'sql'], returns: '#Pool', args: { options: '0', url: '0' }, resource: { ...lazyPool, close: ['end'] } } },
    createConnection: {
      call: {
        roles: ['expensive-client', 'sql'],
        returns: '#Connection',
        args: { options: '0', url: '0' },
        resource: {
          cost: 'opens a database connection', singleton: 'yes', connects: 'first-use', connectCall: 'connect',
          close: ['end', 'destroy'], exclusive: ['beginTransaction', 'changeUser'],
          pool: { name: 'createPool', methods: ['query', 'end'] },
        },
      },
    },
    Pool: { is: '#Pool' },
    'Connection|PoolConnection': { is: '#Connection' },
  },
  types: {
    Pool: { members: { query, getConnection: { call: { passes: { 0: ['', '#Connection'] } } } } },
    Connection: { members: { query, 'beginTransaction|commit|rollback': { call: { roles: ['transaction'] } } } },
  },
});
