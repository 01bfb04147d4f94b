import { defineLibrary } from '../schema.js';
import { jobRetry } from '../shorthand.js';

export default defineLibrary({
  package: '@nestjs/bullmq',
  title: 'NestJS BullMQ',
  roles: ['queue', 'queue-worker'],
  checked: ['11.0.5', '12.0.0'],
  evidence: 'd.ts',
  exports: {
    Processor: {
      decorate: { roles: ['queue-worker'], args: { queue: '0', concurrency: '1.concurrency' }, registers: { kind: 'queue', handler: 'class.process', path: '0', rejections: 'handled', request: 0 } },
    },
    OnWorkerEvent: { decorate: { roles: ['queue-worker'], registers: { kind: 'event', handler: 'method', path: '0', except: ['ready', 'closing', 'closed'] } } },
    BullModule: { members: { registerQueue: { call: { roles: ['queue'], args: { queue: '0.name' }, retry: { ...jobRetry, options: '0.defaultJobOptions' } } } } },
    InjectQueue: { decorate: { args: { queue: '0' } } },
    WorkerHost: {},
  },
});
