import { defineLibrary } from '../schema.js';
import { jobRetry } from '../shorthand.js';

export default defineLibrary({
  package: '@nestjs/bull',
  title: 'NestJS Bull',
  roles: ['queue', 'queue-worker'],
  checked: ['12.0.0'],
  evidence: 'd.ts',
  exports: {
    Processor: { decorate: { args: { queue: '0' } } },
    Process: { decorate: { roles: ['queue-worker'], registers: { kind: 'queue', handler: 'method', path: '0', rejections: 'handled', request: 0 } } },
    'OnQueueActive|OnQueueCompleted|OnQueueFailed|OnQueueProgress|OnQueueStalled|OnQueueWaiting': {
      decorate: { roles: ['queue-worker'], registers: { kind: 'event', handler: 'method', request: 0 } },
    },
    BullModule: { members: { registerQueue: { call: { roles: ['queue'], args: { queue: '0.name' }, retry: { ...jobRetry, options: '0.defaultJobOptions' } } } } },
    InjectQueue: { decorate: { args: { queue: '0' } } },
  },
});
