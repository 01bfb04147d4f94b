import { defineLibrary, type Action, type Entity } from '../schema.js';
import { lazyPool } from '../shorthand.js';

const pool: Action = {
  roles: ['expensive-client', 'sql'],
  returns: '#Pool',
  args: { options: '0', url: '0.connectionString' },
  resource: { ...lazyPool, close: ['end'] },
};
const client: Action = {
  roles: ['expensive-client', 'sql'],
  returns: '#Client',
  args: { options: '0', url: '0.connectionString|0' },
  resource: {
    cost: 'opens a database connection',
    singleton: 'yes',
    connects: 'explicit',
    connectCall: 'connect',
    close: ['end'],
    pool: { name: 'Pool', urlOption: 'connectionString', methods: ['query', 'end'], events: ['error'] },
  },
};
const query: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0.text|0', params: '1|0.values' }, batch: 'sql' } };

export default defineLibrary({
  package: 'pg',
  title: 'node-postgres',
  roles: ['sql'],
  engine: 'postgresql',
  checked: ['7.18.2', '8.23.1'],
  evidence: 'probe of construction; source: a pool takes options only, a query on a busy client waits and is deprecated in 8.23; d.ts',
  exports: {
    Pool: { new: pool },
    Client: { new: client },
    PoolClient: { is: '#Client' },
    native: { members: { Pool: { new: pool }, Client: { new: client } } },
    'PoolConfig|ClientConfig|QueryResult|QueryConfig': {},
  },
  types: {
    Pool: { members: { query, connect: { call: { async: true, returns: '#Client' } } } },
    Client: { members: { query, release: { call: {} }, connect: { call: { async: true } } } },
  },
});
