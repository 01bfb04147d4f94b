import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'graphile-worker',
  title: 'Graphile Worker',
  roles: ['queue', 'queue-worker'],
  checked: ['0.16.6', '0.18.0'],
  evidence: 'd.ts; probe of makeWorkerUtils',
  exports: {
    'run|runOnce': {
      call: {
        roles: ['expensive-client', 'queue-worker'],
        returns: '#Runner',
        async: true,
        resource: { cost: 'opens a pool of PostgreSQL connections', singleton: 'yes', connects: 'construct', close: ['stop'] },
        registers: { kind: 'queue', handler: '0.taskList.*', rejections: 'handled', request: 0 },
      },
    },
    makeWorkerUtils: {
      call: {
        roles: ['expensive-client', 'queue'],
        returns: '#Utils',
        async: true,
        resource: { cost: 'opens a pool of PostgreSQL connections', singleton: 'yes', connects: 'construct', close: ['release'] },
      },
    },
    quickAddJob: { call: { roles: ['expensive-client', 'publish'], async: true, args: { event: '1', payload: '2' }, resource: { cost: 'opens and closes a pool of PostgreSQL connections', singleton: 'yes', connects: 'construct' } } },
    Task: { is: '#Task' },
    WorkerUtils: { is: '#Utils' },
  },
  types: {
    Runner: { members: { addJob: { call: { roles: ['publish'], async: true, args: { event: '0', payload: '1' } } } } },
    Utils: { members: { addJob: { call: { roles: ['publish'], async: true, args: { event: '0', payload: '1' } } } } },
    Task: { annotate: { roles: ['queue-worker'], registers: { kind: 'queue', handler: 'typed', rejections: 'handled', request: 0 } } },
  },
});
