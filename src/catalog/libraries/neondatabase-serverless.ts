import { defineLibrary, type Action, type Entity } from '../schema.js';
import { httpResource } from '../shorthand.js';

// Where WebSockets may not outlive a request, its documentation asks for a pool per request: so nothing more than `prefer`.
const overWebSocket: Action = {
  roles: ['expensive-client', 'sql'],
  returns: '#Pool',
  args: { options: '0', url: '0.connectionString' },
  resource: { cost: 'opens WebSocket connections of its own', singleton: 'prefer', connects: 'first-use', close: ['end'] },
};
const query: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0.text|0', params: '1|0.values' } } };

export default defineLibrary({
  package: '@neondatabase/serverless',
  title: 'Neon serverless driver',
  roles: ['sql'],
  evidence: 'd.ts; readme',
  exports: {
    neon: { call: { roles: ['expensive-client', 'sql'], returns: '#Sql', args: { url: '0', options: '1' }, resource: httpResource } },
    'Pool|Client': { new: overWebSocket },
    PoolClient: { is: '#Pool' },
  },
  types: {
    Sql: { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' } }, members: { query, transaction: { call: { roles: ['sql', 'transaction'], async: true } } } },
    Pool: { members: { query, connect: { call: { async: true, returns: '#Pool' } } } },
  },
});
