import { defineLibrary } from '../schema.js';

const queries = {
  'any|anyFirst|many|manyFirst|maybeOne|maybeOneFirst|one|oneFirst|exists|query|stream': { call: { roles: ['sql' as const, 'raw-sql' as const], async: true, args: { sql: '0' }, batch: 'sql' as const } },
};

export default defineLibrary({
  package: 'slonik',
  title: 'Slonik',
  roles: ['sql'],
  engine: 'postgresql',
  checked: ['49.10.9'],
  evidence: 'd.ts: createPool is a promise and connects with the first query',
  exports: {
    createPool: {
      call: {
        roles: ['expensive-client', 'sql'],
        returns: '#Pool',
        async: true,
        args: { url: '0', options: '1' },
        resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', reconnects: true, close: ['end'] },
      },
    },
    'DatabasePool|CommonQueryMethods|DatabasePoolConnection|DatabaseTransactionConnection': { is: '#Pool' },
    createSqlTag: { call: { roles: ['pure'] } },
    sql: { call: { roles: ['pure'] }, members: { 'type|typeAlias': { call: { roles: ['pure'] } } } },
  },
  types: {
    Pool: {
      members: {
        ...queries,
        connect: { call: { async: true, passes: { 0: ['#Pool'] } } },
        transaction: { call: { roles: ['sql', 'transaction'], async: true, passes: { 0: ['#Pool'] } } },
      },
    },
  },
});
