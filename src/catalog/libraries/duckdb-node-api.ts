import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@duckdb/node-api',
  title: 'DuckDB',
  roles: ['sql'],
  checked: ['1.5.6-r.1'],
  evidence: 'd.ts',
  exports: {
    DuckDBInstance: {
      members: {
        create: {
          call: {
            roles: ['expensive-client', 'sql'],
            returns: '#Instance',
            async: true,
            args: { url: '0', options: '1' },
            resource: { cost: 'opens the database', singleton: 'yes', connects: 'construct', local: true, perJob: true, close: ['closeSync'] },
          },
        },
        fromCache: { call: { returns: '#Instance', async: true } },
      },
    },
    DuckDBConnection: { is: '#Connection', members: { create: { call: { returns: '#Connection', async: true } } } },
  },
  types: {
    Instance: { members: { connect: { call: { returns: '#Connection', async: true } } } },
    Connection: {
      members: { 'run|runAndRead|runAndReadAll|runAndReadUntil|stream|streamAndRead|streamAndReadAll': { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' } } } },
    },
  },
});
