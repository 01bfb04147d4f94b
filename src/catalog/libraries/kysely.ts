import { defineLibrary, type Action, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const reads: Action = { roles: ['sql'], returns: '#Select', args: { table: '0' } };
const writes: Action = { roles: ['sql'], returns: '#Change', args: { table: '0' } };
const queries: Record<string, Entity> = {
  'selectFrom|selectNoFrom': { call: reads },
  'insertInto|updateTable|deleteFrom|replaceInto|mergeInto': { call: writes },
  'with|withRecursive|withSchema|withPlugin|withoutPlugins|withTables': { call: { returns: '#Kysely' } },
  executeQuery: method('sql', 'raw-sql'),
};
const executes = 'execute|executeTakeFirst|executeTakeFirstOrThrow|stream';

export default defineLibrary({
  package: 'kysely',
  title: 'Kysely',
  roles: ['sql'],
  checked: ['0.27.6', '0.28.18', '0.29.9'],
  evidence: 'probe: the first query connects; d.ts: builders are no promises, execute() runs them',
  exports: {
    Kysely: {
      new: {
        roles: ['expensive-client', 'sql'],
        returns: '#Kysely',
        args: { dialect: '0.dialect' },
        resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', close: ['destroy'] },
      },
    },
    Transaction: { is: '#Kysely' },
    'PostgresDialect|MysqlDialect|SqliteDialect|MssqlDialect|CamelCasePlugin|ParseJSONResultsPlugin|DeduplicateJoinsPlugin': { new: { roles: ['pure'] } },
    sql: { call: { returns: '#Raw', args: { sql: '0' } }, members: { 'ref|id|table|val|raw|lit|join': { call: { returns: '#Raw' } } } },
  },
  types: {
    Kysely: {
      members: {
        ...queries,
        'transaction|startTransaction': { call: { roles: ['sql', 'transaction'], returns: '#TransactionBuilder' } },
        connection: { call: { returns: '#TransactionBuilder' } },
        schema: { members: { '*': { call: { returns: '#Change' } } } },
      },
    },
    TransactionBuilder: {
      members: {
        setIsolationLevel: { call: { returns: '#TransactionBuilder' } },
        setAccessMode: { call: { returns: '#TransactionBuilder' } },
        execute: { call: { roles: ['sql', 'transaction'], async: true, passes: { 0: ['#Kysely'] } } },
      },
    },
    Select: {
      members: {
        execute: { call: { roles: ['sql', 'read'], async: true, batch: { form: "where('id', 'in', ids)", unless: ['limit', 'offset', 'forUpdate'] } } },
        'executeTakeFirst|executeTakeFirstOrThrow': { call: { roles: ['sql', 'read'], async: true, batch: { form: "where('id', 'in', ids)", unless: ['orderBy', 'offset', 'forUpdate'] } } },
        stream: method('sql', 'read'),
        '*': { call: { returns: '#Select' } },
      },
    },
    Change: { members: { [executes]: { call: { roles: ['sql', 'write'], async: true, batch: { form: "values(rows) or where('id', 'in', ids)", same: ['.set', '.onConflict', '.onDuplicateKeyUpdate'], unless: ['returning', 'returningAll'] } } }, '*': { call: { returns: '#Change' } } } },
    Raw: { members: { execute: method('sql', 'raw-sql'), '*': { call: { returns: '#Raw' } } } },
  },
});
