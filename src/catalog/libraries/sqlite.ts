import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

const sql = { sql: '0', params: '1' };

export default defineLibrary({
  package: 'sqlite',
  title: 'sqlite',
  roles: ['sql'],
  engine: 'sqlite',
  checked: ['5.1.1'],
  evidence: 'd.ts: promises over node-sqlite3',
  exports: {
    open: {
      call: {
        roles: ['expensive-client', 'sql'],
        returns: '#Database',
        async: true,
        args: { url: '0.filename' },
        resource: { cost: 'opens the database file', singleton: 'yes', connects: 'construct', local: true, close: ['close'] },
      },
    },
    Database: { is: '#Database' },
  },
  types: {
    Database: {
      members: {
        'get|all|each': { call: { roles: ['sql', 'raw-sql', 'read'], async: true, args: sql } },
        'run|exec': { call: { roles: ['sql', 'raw-sql', 'write'], async: true, args: sql } },
        prepare: { call: { roles: ['sql'], async: true, returns: '#Statement', args: sql } },
        migrate: method('sql', 'write'),
      },
    },
    Statement: { members: { 'get|all|each': method('sql', 'read'), run: method('sql', 'write') } },
  },
});
