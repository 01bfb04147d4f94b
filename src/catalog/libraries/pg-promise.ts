import { defineLibrary, type Entity } from '../schema.js';

const query: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' }, batch: 'sql' } };

export default defineLibrary({
  package: 'pg-promise',
  title: 'pg-promise',
  roles: ['sql'],
  engine: 'postgresql',
  checked: ['12.7.1'],
  evidence: 'd.ts; readme: one database object per connection for the whole process, queries connect',
  exports: {
    default: { call: { returns: '#Main', args: { options: '0' } }, members: { IDatabase: { is: '#Database' } } },
    'IDatabase|ITask': { is: '#Database' },
  },
  types: {
    Main: {
      call: {
        roles: ['expensive-client', 'sql'],
        returns: '#Database',
        args: { url: '0', options: '0' },
        resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', reconnects: true },
      },
    },
    Database: {
      members: {
        'query|none|one|many|oneOrNone|manyOrNone|any|result|multi|func|proc|map|each': query,
        'tx|txIf': { call: { roles: ['sql', 'transaction'], async: true, passes: { last: ['#Database'] } } },
        'task|taskIf': { call: { async: true, passes: { last: ['#Database'] } } },
        connect: { call: { async: true, returns: '#Database' } },
      },
    },
  },
});
