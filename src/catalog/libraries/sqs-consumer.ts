import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'sqs-consumer',
  title: 'sqs-consumer',
  roles: ['queue', 'queue-worker'],
  checked: ['14.2.8'],
  evidence: 'd.ts',
  exports: {
    Consumer: {
      members: {
        create: { call: { roles: ['queue-worker'], args: { queue: '0.queueUrl' }, registers: { kind: 'queue', path: '0.queueUrl', handler: '0.handleMessage|0.handleMessageBatch', rejections: 'handled', request: 0 } } },
      },
    },
  },
});
