import { defineLibrary, type Action } from '../schema.js';

const construct: Action = {
  roles: ['expensive-client', 'queue', 'queue-worker'],
  returns: '#Boss',
  args: { connection: '0' },
  resource: { cost: 'opens a pool of PostgreSQL connections', singleton: 'yes', connects: 'explicit', connectCall: 'start', close: ['stop'] },
};

export default defineLibrary({
  package: 'pg-boss',
  title: 'pg-boss',
  roles: ['queue', 'queue-worker'],
  checked: ['9.0.3', '10.4.2', '11.1.2', '12.38.0'],
  evidence: 'probe of 10; d.ts',
  exports: { default: { new: { ...construct, versions: '<12' }, is: '#Boss' }, PgBoss: { new: construct, is: '#Boss' } },
  types: {
    Boss: {
      members: {
        'send|sendAfter|sendThrottled|sendDebounced|insert|publish|schedule': { call: { roles: ['publish'], async: true, args: { event: '0', payload: '1', options: '2' } } },
        work: { call: { roles: ['queue-worker'], async: true, registers: { kind: 'queue', path: '0', handler: 'last', rejections: 'handled', request: 0 } } },
        subscribe: { call: { roles: ['subscribe'], async: true } },
      },
    },
  },
});
