import { defineLibrary, type Action } from '../schema.js';
import { call } from '../shorthand.js';

const open: Action = {
  roles: ['expensive-client', 'sql'],
  returns: '#Database',
  args: { url: '0' },
  resource: { cost: 'opens the database file', singleton: 'yes', connects: 'construct', local: true, perJob: true, close: ['close'], exclusive: ['backup'] },
};
const sql = { sql: '0', params: '1' };

export default defineLibrary({
  package: 'sqlite3',
  aliases: ['@vscode/sqlite3'],
  title: 'node-sqlite3',
  roles: ['sql'],
  engine: 'sqlite',
  checked: ['6.0.1'],
  evidence: 'd.ts: callbacks',
  exports: { Database: { new: open }, verbose: { call: { returns: '#Module' } } },
  types: {
    Module: { members: { Database: { new: open } } },
    Database: {
      members: {
        'get|all|each': { call: { roles: ['sql', 'raw-sql', 'read'], args: sql } },
        'run|exec': { call: { roles: ['sql', 'raw-sql', 'write'], args: sql } },
        prepare: { call: { roles: ['sql'], returns: '#Statement', args: sql } },
        'serialize|parallelize': { call: {} },
      },
    },
    Statement: { members: { 'get|all|each': call('sql', 'read'), run: call('sql', 'write') } },
  },
});
