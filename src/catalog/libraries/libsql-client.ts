import { defineLibrary, type Entity } from '../schema.js';

const execute: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0.sql|0', params: '1|0.args' } } };

export default defineLibrary({
  package: '@libsql/client',
  aliases: ['@libsql/client/web', '@libsql/client/node', '@libsql/client/http'],
  title: 'libSQL client',
  roles: ['sql'],
  engine: 'sqlite',
  checked: ['0.17.4'],
  evidence: 'd.ts: a file, HTTP or WebSocket by the URL',
  exports: {
    createClient: {
      call: {
        roles: ['expensive-client', 'sql'],
        returns: '#Client',
        args: { options: '0', url: '0.url' },
        resource: { cost: 'opens a database connection', singleton: 'prefer', connects: 'varies', close: ['close'] },
      },
    },
    Client: { is: '#Client' },
    Transaction: { is: '#Client' },
  },
  types: {
    Client: {
      members: {
        'execute|executeMultiple': execute,
        'batch|migrate': { call: { roles: ['sql', 'write'], async: true } },
        transaction: { call: { roles: ['sql', 'transaction'], async: true, returns: '#Client' } },
        'commit|rollback': { call: { roles: ['sql', 'transaction'], async: true } },
      },
    },
  },
});
