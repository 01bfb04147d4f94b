import { defineLibrary, type Resource, type Retry } from '../schema.js';
import { jobRetry } from '../shorthand.js';

const redis: Resource = { cost: 'opens a Redis connection', singleton: 'yes', connects: 'construct', close: ['close'] };

const jobs = {
  ...jobRetry,
  jitter: 'backoff.jitter',
  jitterVersions: '>=5.54.0',
  mend: { ...jobRetry.mend, jitter: { 'backoff.jitter': '0.5' } },
} satisfies Omit<Retry, 'options'>;

export default defineLibrary({
  package: 'bullmq',
  title: 'BullMQ',
  roles: ['queue', 'queue-worker'],
  checked: ['1.91.1', '4.18.3', '5.81.5', '6.7.0'],
  evidence: 'probe: sockets open at construction; d.ts; source: jitter since 5.54.0; a processor of a file gets a SandboxedJob (d.ts of 4 and 6)',
  exports: {
    Queue: { new: { roles: ['expensive-client', 'queue'], returns: '#Queue', args: { queue: '0', connection: '1.connection', defaultJobOptions: '1.defaultJobOptions' }, retry: { ...jobs, options: '1.defaultJobOptions' }, resource: redis } },
    Worker: {
      new: {
        roles: ['expensive-client', 'queue-worker'],
        returns: '#Worker',
        args: { queue: '0', connection: '2.connection', concurrency: '2.concurrency' },
        resource: { ...redis, cost: 'opens two Redis connections', lazyOption: '2.autorun' },
        registers: { kind: 'queue', path: '0', handler: '1', rejections: 'handled', request: 0 },
      },
    },
    QueueEvents: { new: { roles: ['expensive-client', 'queue'], returns: '#Events', args: { queue: '0', connection: '1.connection' }, resource: redis } },
    FlowProducer: { new: { roles: ['expensive-client', 'queue'], returns: '#Flow', args: { connection: '0.connection' }, resource: redis } },
    QueueScheduler: { new: { roles: ['expensive-client', 'queue'], resource: redis, versions: '<2' } },
    Job: { is: '#Job' },
    SandboxedJob: { is: '#SandboxedJob' },
  },
  types: {
    Queue: {
      members: {
        add: { call: { roles: ['publish'], async: true, args: { event: '0', payload: '1', options: '2' }, retry: { ...jobs, options: '2', inherits: true } } },
        addBulk: { call: { roles: ['publish'], async: true, args: { jobs: '0' } } },
        upsertJobScheduler: { call: { roles: ['publish'], async: true, args: { event: '0', payload: '2' } } },
        'getJob|getJobs|getJobCounts': { call: { roles: ['read'], async: true } },
      },
    },
    Worker: { members: { 'on|addListener': { call: { roles: ['subscribe'], registers: { kind: 'event', path: '0', handler: '1', except: ['ready', 'error', 'closing', 'closed', 'ioredis:close'], rejections: 'unhandled' } } } } },
    Events: { members: { 'on|addListener': { call: { roles: ['subscribe'], registers: { kind: 'event', path: '0', handler: '1', except: ['error', 'ioredis:close'], rejections: 'unhandled' } } } } },
    Flow: { members: { 'add|addBulk': { call: { roles: ['publish'], async: true, args: { payload: '0' } } } } },
    Job: {},
    // What a processor gets that a worker loads from a file of its own.
    SandboxedJob: { annotate: { roles: ['queue-worker'], registers: { kind: 'queue', handler: 'parameter', rejections: 'handled', request: 0 } } },
  },
});
