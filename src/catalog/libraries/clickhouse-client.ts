import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@clickhouse/client',
  aliases: ['@clickhouse/client-web'],
  title: 'ClickHouse client',
  roles: ['sql'],
  engine: 'clickhouse',
  checked: ['1.23.1'],
  evidence: 'probe: plain HTTP; d.ts',
  exports: {
    createClient: { call: httpClient('#Client', ['sql'], { args: { options: '0', url: '0.url', timeout: '0.request_timeout' } }) },
    ClickHouseClient: { is: '#Client' },
  },
  types: {
    Client: {
      members: {
        query: { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0.query', params: '0.query_params' } } },
        'command|exec': { call: { roles: ['sql', 'raw-sql', 'write'], async: true, args: { sql: '0.query', params: '0.query_params' } } },
        insert: method('sql', 'write'),
        'ping|close': method(),
      },
    },
  },
});
