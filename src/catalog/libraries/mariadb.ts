import { defineLibrary, type Action, type Entity } from '../schema.js';
import { lazyPool, method } from '../shorthand.js';

const run: Action = { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0.sql|0', params: '1' } };
/** `batch` sends many rows at once already. */
const queries: Record<string, Entity> = { 'query|execute': { call: { ...run, batch: 'sql' } }, batch: { call: run } };

export default defineLibrary({
  package: 'mariadb',
  title: 'MariaDB Connector/Node.js',
  roles: ['sql'],
  engine: 'mysql',
  checked: ['3.5.4'],
  evidence: 'd.ts: createPool gives a plain pool, no promise, and has no event for errors',
  exports: {
    'createPool|createPoolCluster': { call: { roles: ['expensive-client', 'sql'], returns: '#Pool', args: { options: '0', url: '0' }, resource: { ...lazyPool, close: ['end'] } } },
    createConnection: {
      call: {
        roles: ['expensive-client', 'sql'],
        returns: '#Connection',
        async: true,
        args: { options: '0', url: '0' },
        resource: {
          cost: 'opens a database connection', singleton: 'yes', connects: 'construct',
          close: ['end', 'destroy', 'close'], exclusive: ['beginTransaction', 'changeUser', 'reset'],
          pool: { name: 'createPool', methods: ['query', 'execute', 'batch', 'end'] },
        },
      },
    },
    Pool: { is: '#Pool' },
    'Connection|PoolConnection': { is: '#Connection' },
    'ConnectionConfig|PoolConfig|UpsertResult|SqlError': {},
  },
  types: {
    Pool: { members: { ...queries, getConnection: { call: { async: true, returns: '#Connection' } } } },
    Connection: { members: { ...queries, 'beginTransaction|commit|rollback': method('transaction'), 'ping|reset': method(), release: method() } },
  },
});
