import { defineLibrary, type Action, type Batch, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const construct: Action = {
  roles: ['expensive-client', 'sql'],
  returns: '#Knex',
  args: { options: '0', url: '0.connection', engine: '0.client' },
  resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', close: ['destroy'] },
};
// Alone it reads the table, but what is chained to it decides.
const table: Action = { roles: ['sql'], returns: '#Query', args: { table: '0', reads: '0' }, batch: { form: "whereIn('id', ids)", unless: ['limit', 'offset', 'forUpdate', 'stream'] } };
const read = (batch?: Batch): Entity => ({ call: { roles: ['sql', 'read'], returns: '#Query', ...(batch && { batch }) } });
const write = (batch?: Batch): Entity => ({ call: { roles: ['sql', 'write'], returns: '#Query', ...(batch && { batch }) } });

/** Ways into a query that both a connection and a query have. */
const builder: Record<string, Entity> = {
  'select|pluck': read({ form: "whereIn('id', ids)", unless: ['limit', 'offset', 'forUpdate', 'stream'] }),
  first: read({ form: "whereIn('id', ids)", unless: ['orderBy', 'orderByRaw', 'offset', 'forUpdate'] }),
  'count|countDistinct|min|max|sum|avg': read({ form: "whereIn('id', ids).groupBy('id')", unless: ['limit', 'offset', 'orderBy'] }),
  insert: write({ form: 'insert(rows)', key: '0', same: ['.merge'], unless: ['returning'] }),
  'update|increment|decrement': write({ form: "whereIn('id', ids)", same: ['0', '1'], unless: ['returning'] }),
  'del|delete': write({ form: "whereIn('id', ids).del()", unless: ['returning'] }),
  'upsert|truncate|batchInsert': write(),
};

export default defineLibrary({
  package: 'knex',
  title: 'Knex',
  roles: ['sql'],
  checked: ['0.95.15', '2.5.1', '3.3.0'],
  evidence: 'probe: the first query connects; d.ts',
  exports: {
    default: { call: construct },
    knex: { call: construct },
    Knex: { is: '#Knex', members: { Transaction: { is: '#Knex' }, QueryBuilder: { is: '#Query' } } },
  },
  types: {
    Knex: {
      call: table,
      members: {
        ...builder,
        'from|table|into|with|withRecursive|queryBuilder|withSchema': { call: { returns: '#Query' } },
        raw: { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' }, batch: 'sql' } },
        transaction: { call: { roles: ['sql', 'transaction'], async: true, returns: '#Knex', passes: { 0: ['#Knex'] } } },
        'commit|rollback': method('sql', 'transaction'),
        schema: { members: { raw: { call: { roles: ['sql', 'raw-sql', 'write'], async: true, args: { sql: '0' } } }, 'hasTable|hasColumn': method('sql', 'read'), '*': method('sql', 'write') } },
        migrate: { members: { 'latest|up|down|rollback': method('sql', 'write') } },
      },
    },
    // Thenable: a query runs when it is awaited, and what it gives has no members of its own here.
    Query: { members: { ...builder, stream: { call: { roles: ['sql', 'read'] } }, '*': { call: { returns: '#Query' } } } },
  },
});
