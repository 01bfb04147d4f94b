import { defineLibrary, type Entity, type Role } from '../schema.js';

const query = (...roles: Role[]): Entity => ({
  call: { roles: ['sql', 'blocking', ...roles], blocking: { does: 'runs the query', advice: 'Run SQLite in a worker thread.', optIn: 'sqlite' } },
});

export default defineLibrary({
  package: 'node:sqlite',
  title: 'Node SQLite',
  roles: ['sql'],
  engine: 'sqlite',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing; documentation',
  exports: {
    DatabaseSync: {
      new: {
        roles: ['expensive-client', 'sql'],
        returns: '#Database',
        versions: '>=22.5',
        args: { url: '0' },
        resource: { cost: 'opens the database file', singleton: 'yes', connects: 'construct', local: true, perJob: true, close: ['close'] },
      },
    },
    StatementSync: { is: '#Statement' },
  },
  types: {
    Database: {
      members: {
        prepare: { call: { roles: ['sql'], returns: '#Statement', args: { sql: '0' } } },
        exec: { call: { ...query('raw-sql', 'write').call, args: { sql: '0' } } },
      },
    },
    Statement: { members: { 'get|all|iterate': query('read'), run: query('write') } },
  },
});
