import { defineLibrary, type Action, type Entity } from '../schema.js';

// No resources: where WebSockets may not outlive a request its documentation asks for a pool per request, and `neon()` sends each query by `fetch`.
const overWebSocket: Action = { roles: ['sql'], returns: '#Pool', args: { options: '0', url: '0.connectionString' } };
const query: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0.text|0', params: '1|0.values' }, batch: 'sql' } };

export default defineLibrary({
  package: '@neondatabase/serverless',
  title: 'Neon serverless driver',
  roles: ['sql'],
  engine: 'postgresql',
  checked: ['1.2.0'],
  evidence: 'd.ts; readme',
  exports: {
    neon: { call: { roles: ['sql'], returns: '#Sql', args: { url: '0', options: '1' } } },
    'Pool|Client': { new: overWebSocket },
    PoolClient: { is: '#Pool' },
  },
  types: {
    Sql: { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' }, batch: 'sql' }, members: { query, transaction: { call: { roles: ['sql', 'transaction'], async: true } } } },
    Pool: { members: { query, connect: { call: { async: true, returns: '#Pool' } } } },
  },
});
