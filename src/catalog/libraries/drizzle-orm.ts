import { defineLibrary, type Action, type Batch, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const connect: Action = {
  roles: ['expensive-client', 'orm'],
  returns: '#Database',
  args: { url: '0.connection|0', client: '0.client|0' },
  resource: {
    cost: 'sets up a connection pool of its own',
    singleton: 'yes',
    connects: 'first-use',
    // Given a client it only wraps it.
    opensFrom: ['0', '0.connection'],
  },
};
const sql: Entity = { call: { roles: ['orm', 'sql', 'raw-sql'], async: true, args: { sql: '0' }, batch: 'sql' } };
const inArray = 'where(inArray(table.id, ids))';
const write = (batch?: Batch): Entity => ({ call: { roles: ['orm', 'write'], returns: '#Query', args: { table: '0' }, ...(batch && { batch }) } });

export default defineLibrary({
  package: 'drizzle-orm',
  aliases: ['drizzle-orm/*'],
  title: 'Drizzle',
  roles: ['orm'],
  checked: ['0.45.4'],
  evidence: 'probe: drizzle(url) makes a pool, drizzle(pool) wraps it; d.ts',
  exports: {
    drizzle: { call: connect, members: { mock: { call: { returns: '#Database' } } } },
    'NodePgDatabase|PostgresJsDatabase|MySql2Database|BetterSQLite3Database|LibSQLDatabase|NeonDatabase|NeonHttpDatabase|PgDatabase|DrizzleD1Database|PlanetScaleDatabase|VercelPgDatabase|PgTransaction|MySqlTransaction|SQLiteTransaction': { is: '#Database' },
    'eq|ne|and|or|not|gt|gte|lt|lte|inArray|like|ilike|isNull|isNotNull|asc|desc|between|exists|notInArray|notExists|notBetween|count|sum|avg|max|min': { call: { roles: ['pure'] } },
    sql: { call: { roles: ['pure'] }, members: { 'raw|join|identifier|placeholder': { call: { roles: ['pure'] } } } },
    migrate: { call: { roles: ['orm', 'write'], async: true } },
  },
  types: {
    Database: {
      members: {
        // `limit(1)` alone is how one row is asked for.
        'select|selectDistinct': { call: { roles: ['orm', 'read'], returns: '#Query', batch: { form: inArray, unless: ['orderBy', 'offset', 'for'], limits: ['limit'] } } },
        selectDistinctOn: { call: { roles: ['orm', 'read'], returns: '#Query' } },
        // What an upsert sets from its row is `excluded` where there are many.
        insert: write({ form: 'insert(table).values(rows)', same: ['.onConflictDoUpdate', '.onDuplicateKeyUpdate'], returns: true }),
        update: write({ form: inArray, same: ['.set'], unless: ['returning'] }),
        delete: write({ form: inArray, unless: ['returning'] }),
        refreshMaterializedView: write(),
        query: {
          members: {
            '*': {
              members: {
                findMany: { call: { roles: ['orm', 'read'], async: true, args: { limit: '0.limit' }, batch: { form: 'findMany({ where: inArray(table.id, ids) })', unless: ['limit', 'offset'] } } },
                findFirst: { call: { roles: ['orm', 'read'], async: true, args: { limit: '0.limit' }, batch: { form: 'findMany({ where: inArray(table.id, ids) })', unless: ['orderBy', 'offset'] } } },
              },
            },
          },
        },
        $count: method('orm', 'read'),
        with: { call: { returns: '#Database' } },
        $with: { call: { returns: '#Part' } },
        'execute|run|all|get|values': sql,
        transaction: { call: { roles: ['orm', 'transaction'], async: true, passes: { 0: ['#Database'] } } },
        batch: { call: { roles: ['orm', 'transaction'], async: true } },
      },
    },
    // A query that others take in by its name.
    Part: { members: { as: { call: { returns: '#Part' } } } },
    Query: { members: { from: { call: { returns: '#Query', args: { table: '0' } } }, '*': { call: { returns: '#Query' } } } },
  },
});
