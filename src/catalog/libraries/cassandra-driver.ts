import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'cassandra-driver',
  title: 'Cassandra driver',
  roles: ['sql'],
  engine: 'cassandra',
  checked: ['4.10.0'],
  evidence: 'probe: the first query connects; d.ts',
  exports: {
    Client: {
      new: {
        roles: ['expensive-client', 'sql'],
        returns: '#Client',
        args: { options: '0' },
        resource: { cost: 'opens connections to the whole cluster', singleton: 'yes', connects: 'first-use', connectCall: 'connect', reconnects: true, close: ['shutdown'] },
      },
    },
  },
  types: {
    Client: {
      members: {
        execute: { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' } } },
        batch: method('sql', 'write'),
        'stream|eachRow': { call: { roles: ['sql', 'read'], args: { sql: '0', params: '1' } } },
      },
    },
  },
});
