import { defineLibrary, type Entity } from '../schema.js';
import { httpClient } from '../shorthand.js';

const execute: Entity = { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' }, batch: 'sql' } };
const transaction: Entity = { call: { roles: ['sql', 'transaction'], async: true, passes: { 0: ['#Connection'] } } };

export default defineLibrary({
  package: '@planetscale/database',
  title: 'PlanetScale driver',
  roles: ['sql'],
  engine: 'mysql',
  checked: ['1.20.2'],
  evidence: 'd.ts: HTTP',
  exports: {
    connect: { call: httpClient('#Connection', ['sql'], { args: { options: '0', url: '0.url|0.host' } }) },
    Client: { new: httpClient('#Connection', ['sql'], { args: { options: '0', url: '0.url|0.host' } }) },
    Connection: { is: '#Connection' },
  },
  types: { Connection: { members: { execute, transaction, connection: { call: { returns: '#Connection' } } } } },
});
