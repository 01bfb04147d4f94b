import { defineLibrary, type Action, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const run: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' } } };
const read: Action = { roles: ['sql', 'transaction', 'read'], async: true, passes: { 0: ['#Transaction'] } };
const write: Action = { ...read, roles: ['sql', 'transaction', 'write'] };

export default defineLibrary({
  package: 'neo4j-driver',
  aliases: ['neo4j-driver-lite'],
  title: 'Neo4j driver',
  roles: ['sql'],
  engine: 'neo4j',
  checked: ['6.3.0'],
  evidence: 'probe: the first query connects; d.ts; a session is cheap and belongs to one unit of work',
  exports: {
    driver: {
      call: {
        roles: ['expensive-client', 'sql'],
        returns: '#Driver',
        args: { url: '0', credentials: '1', options: '2' },
        resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', close: ['close'] },
      },
    },
    auth: { members: { 'basic|bearer|kerberos|custom': { call: { roles: ['pure'] } } } },
    Driver: { is: '#Driver' },
    Session: { is: '#Session' },
    'Transaction|ManagedTransaction': { is: '#Transaction' },
  },
  types: {
    Driver: { members: { session: { call: { returns: '#Session' } }, executeQuery: run, verifyConnectivity: method() } },
    Session: {
      members: {
        run,
        executeRead: { call: read },
        executeWrite: { call: write },
        readTransaction: { call: { ...read, versions: '<6' } },
        writeTransaction: { call: { ...write, versions: '<6' } },
        beginTransaction: { call: { roles: ['sql', 'transaction'], async: true, returns: '#Transaction' } },
      },
    },
    Transaction: { members: { run, 'commit|rollback': method('sql', 'transaction') } },
  },
});
