import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'bee-queue',
  title: 'Bee-Queue',
  roles: ['queue', 'queue-worker'],
  checked: ['2.0.0'],
  evidence: 'd.ts; source: the constructor makes its Redis clients',
  exports: {
    default: {
      new: {
        roles: ['expensive-client', 'queue', 'queue-worker'],
        returns: '#Queue',
        args: { queue: '0' },
        resource: { cost: 'opens up to three Redis connections', singleton: 'yes', connects: 'construct', close: ['close', 'destroy'] },
      },
    },
  },
  types: {
    Queue: {
      members: {
        createJob: { call: { returns: '#Job', args: { payload: '0' } } },
        saveAll: { call: { roles: ['publish'], async: true, args: { jobs: '0' } } },
        process: { call: { roles: ['queue-worker'], registers: { kind: 'queue', handler: 'last', rejections: 'handled', request: 0 } } },
        on: { call: { roles: ['subscribe'], returns: '#Queue', registers: { kind: 'event', path: '0', handler: '1', except: ['ready', 'error'], rejections: 'unhandled' } } },
      },
    },
    Job: { members: { 'retries|timeout|backoff|delayUntil|setId': { call: { returns: '#Job' } }, save: { call: { roles: ['publish'], async: true } } } },
  },
});
