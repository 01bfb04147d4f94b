import { defineLibrary, type Action, type Entity, type Resource } from '../schema.js';
import { method } from '../shorthand.js';

const resource: Resource = { cost: 'opens a connection pool of its own', singleton: 'yes', connects: 'explicit', connectCall: 'connect', reconnects: true, close: ['close'] };
const pool: Action = { roles: ['expensive-client', 'sql'], returns: '#Pool', args: { options: '0', url: '0' } };
const request: Entity = { call: { returns: '#Request' }, new: { returns: '#Request' }, is: '#Request' };
const query: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0' } } };

export default defineLibrary({
  package: 'mssql',
  aliases: ['mssql/msnodesqlv8'],
  title: 'node-mssql',
  roles: ['sql'],
  engine: 'mssql',
  checked: ['12.7.14'],
  evidence: 'source: connect() keeps one global pool, and connecting a connected pool does nothing; d.ts',
  exports: {
    ConnectionPool: { new: { ...pool, resource } },
    connect: { call: { ...pool, async: true, resource: { ...resource, cost: 'connects the process to the database', connects: 'construct', processWide: true } } },
    'query|batch': query,
    Request: request,
    Transaction: { new: { roles: ['transaction'], returns: '#Transaction' } },
    PreparedStatement: { new: { returns: '#Prepared' } },
  },
  types: {
    Pool: {
      members: {
        connect: { call: { async: true, returns: '#Pool' } },
        request,
        transaction: { call: { roles: ['transaction'], returns: '#Transaction' } },
        'query|batch': query,
      },
    },
    Request: { members: { 'query|batch': query, execute: { call: { roles: ['sql', 'raw-sql'], async: true, args: { procedure: '0' } } }, 'input|output|replaceInput': { call: { returns: '#Request' } }, bulk: method('sql', 'write') } },
    Transaction: { members: { 'begin|commit|rollback': method('sql', 'transaction'), request } },
    Prepared: { members: { prepare: method('sql'), execute: method('sql', 'raw-sql'), 'input|output': { call: { returns: '#Prepared' } } } },
  },
});
