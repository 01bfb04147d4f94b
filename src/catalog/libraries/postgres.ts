import { defineLibrary, type Entity } from '../schema.js';

const query: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' }, batch: 'sql' } };

export default defineLibrary({
  package: 'postgres',
  title: 'Postgres.js',
  roles: ['sql'],
  engine: 'postgresql',
  checked: ['3.4.9'],
  evidence: 'probe: the first query connects; source',
  exports: {
    default: {
      call: {
        roles: ['expensive-client', 'sql'],
        returns: '#Sql',
        args: { url: '0', options: 'last' },
        resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', close: ['end', 'close'], exclusive: ['listen', 'subscribe', 'reserve'] },
      },
      members: { Sql: { is: '#Sql' }, TransactionSql: { is: '#Sql' } },
    },
    'Sql|TransactionSql': { is: '#Sql' },
  },
  types: {
    Sql: {
      call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0' }, batch: 'sql' },
      members: {
        'unsafe|file': query,
        begin: { call: { roles: ['sql', 'transaction'], async: true, passes: { last: ['#Sql'] } } },
        savepoint: { call: { roles: ['sql', 'transaction'], async: true, passes: { last: ['#Sql'] } } },
        notify: { call: { roles: ['publish'], async: true, args: { channel: '0', payload: '1' } } },
        'listen|subscribe': { call: { roles: ['subscribe'], async: true } },
        reserve: { call: { async: true, returns: '#Sql' } },
      },
    },
  },
});
