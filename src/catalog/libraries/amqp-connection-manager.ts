import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'amqp-connection-manager',
  title: 'amqp-connection-manager',
  roles: ['queue'],
  checked: ['5.0.0'],
  evidence: 'd.ts',
  exports: {
    connect: {
      call: {
        roles: ['expensive-client', 'queue'],
        returns: '#Manager',
        resource: { cost: 'opens a connection to the broker and keeps it open', singleton: 'yes', connects: 'construct', close: ['close'] },
      },
    },
    'AmqpConnectionManager|IAmqpConnectionManager': { is: '#Manager' },
    ChannelWrapper: { is: '#Channel' },
  },
  types: {
    Manager: { members: { createChannel: { call: { returns: '#Channel', passes: { '0.setup': ['amqplib#Channel'] } } } } },
    Channel: {
      members: {
        addSetup: { call: { passes: { 0: ['amqplib#Channel'] } } },
        publish: { call: { roles: ['publish'], async: true, args: { event: '1', payload: '2' } } },
        sendToQueue: { call: { roles: ['publish'], async: true, args: { event: '0', queue: '0', payload: '1' } } },
        consume: { call: { roles: ['subscribe', 'queue-worker'], async: true, registers: { kind: 'topic', path: '0', handler: '1', rejections: 'unhandled', request: 0 } } },
      },
    },
  },
});
