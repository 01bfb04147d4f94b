import { defineLibrary, type Action, type Entity } from '../schema.js';

const pool: Action = {
  roles: ['expensive-client', 'sql'],
  returns: '#Pool',
  args: { options: '0', url: '0.connectionString' },
  resource: { cost: 'opens WebSocket connections of its own', singleton: 'prefer', connects: 'first-use', close: ['end'] },
};
const query: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' }, batch: 'sql' } };

export default defineLibrary({
  package: '@vercel/postgres',
  title: 'Vercel Postgres',
  roles: ['sql'],
  engine: 'postgresql',
  checked: ['0.10.0'],
  evidence: 'd.ts: the Neon driver with a ready pool',
  exports: { 'createPool|createClient': { call: pool }, sql: { is: '#Pool', call: query.call! }, db: { is: '#Pool' }, 'VercelPool|VercelClient': { is: '#Pool' } },
  types: { Pool: { members: { query, sql: query, connect: { call: { async: true, returns: '#Pool' } } } } },
});
