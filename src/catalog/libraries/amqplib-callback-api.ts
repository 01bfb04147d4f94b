import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'amqplib/callback_api',
  title: 'amqplib callback API',
  roles: ['queue'],
  checked: ['2.3.1'],
  evidence: 'd.ts',
  exports: {
    connect: {
      call: {
        roles: ['expensive-client', 'queue'],
        args: { url: '0' },
        resource: { cost: 'opens a connection to the broker', singleton: 'yes', connects: 'construct', close: ['close'] },
        passes: { last: ['', '#Connection'] },
      },
    },
    Connection: { is: '#Connection' },
    'Channel|ConfirmChannel': { is: '#Channel' },
  },
  types: {
    Connection: { members: { 'createChannel|createConfirmChannel': { call: { passes: { last: ['', '#Channel'] } } } } },
    Channel: {
      members: {
        publish: { call: { roles: ['publish'], args: { event: '1', payload: '2', options: '3' } } },
        bindQueue: { call: { roles: ['subscribe'], args: { queue: '0', event: '2' } } },
        sendToQueue: { call: { roles: ['publish'], args: { event: '0', queue: '0', payload: '1', options: '2' } } },
        consume: { call: { roles: ['subscribe', 'queue-worker'], args: { event: '0', queue: '0' }, registers: { kind: 'topic', path: '0', handler: '1', rejections: 'unhandled', request: 0 } } },
      },
    },
  },
});
