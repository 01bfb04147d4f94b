import { defineLibrary, type Action, type Entity, type Role } from '../schema.js';

const query = (...roles: Role[]): Entity => ({
  call: { roles: ['sql', 'blocking', ...roles], blocking: { does: 'runs the query', advice: 'Run SQLite in a worker thread.', optIn: 'sqlite' } },
});
const open: Action = {
  roles: ['expensive-client', 'sql'],
  returns: '#Database',
  args: { url: '0', options: '1' },
  resource: { cost: 'opens the database file', singleton: 'yes', connects: 'construct', local: true, perJob: true, close: ['close'] },
};

export default defineLibrary({
  package: 'better-sqlite3',
  aliases: ['better-sqlite3-multiple-ciphers', 'libsql'],
  title: 'better-sqlite3',
  roles: ['sql'],
  engine: 'sqlite',
  checked: ['13.2.0'],
  evidence: 'probe of construction; d.ts',
  exports: {
    default: { new: open, call: open, is: '#Database' },
    Database: { is: '#Database' },
    Statement: { is: '#Statement' },
  },
  types: {
    Database: {
      members: {
        prepare: { call: { roles: ['sql'], returns: '#Statement', args: { sql: '0' } } },
        exec: { call: { ...query('raw-sql', 'write').call, args: { sql: '0' } } },
        pragma: query('raw-sql'),
        backup: { call: { roles: ['sql'], async: true } },
        transaction: { call: { roles: ['transaction'] } },
      },
    },
    Statement: {
      members: {
        'get|all|iterate': query('read'),
        run: query('write'),
        'pluck|expand|raw|bind|safeIntegers': { call: { returns: '#Statement' } },
      },
    },
  },
});
