import { defineLibrary, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const execute: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' } } };

export default defineLibrary({
  package: 'oracledb',
  title: 'node-oracledb',
  roles: ['sql'],
  engine: 'oracle',
  checked: ['26.0.0'],
  evidence: 'source; documentation',
  exports: {
    createPool: {
      call: {
        roles: ['expensive-client', 'sql'], returns: '#Pool', async: true, args: { options: '0', url: '0.connectString' },
        resource: { cost: 'opens a connection pool of its own', singleton: 'yes', connects: 'construct', reconnects: true, close: ['close', 'terminate'] },
      },
    },
    getConnection: {
      call: {
        roles: ['expensive-client', 'sql'], returns: '#Connection', async: true, args: { options: '0', url: '0.connectString' },
        // With a pool's alias in place of options it only takes a connection out of the pool.
        resource: { cost: 'opens a database connection', singleton: 'yes', connects: 'construct', close: ['close', 'release'], opensFrom: ['0.connectString', '0.connectionString'] },
      },
    },
  },
  types: {
    Pool: { members: { getConnection: { call: { async: true, returns: '#Connection' } } } },
    Connection: { members: { execute, executeMany: execute, 'commit|rollback': method('sql', 'transaction') } },
  },
});
