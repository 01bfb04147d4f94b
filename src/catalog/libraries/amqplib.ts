import { defineLibrary, type Action } from '../schema.js';

const channel: Action = {
  roles: ['expensive-client', 'queue'],
  returns: '#Channel',
  async: true,
  resource: { cost: 'opens a channel on the broker connection', singleton: 'yes', connects: 'construct', close: ['close'] },
};

export default defineLibrary({
  package: 'amqplib',
  title: 'amqplib',
  roles: ['queue'],
  checked: ['0.10.9', '1.2.0', '2.3.1'],
  evidence: 'probe; d.ts',
  exports: {
    connect: {
      call: {
        roles: ['expensive-client', 'queue'],
        returns: '#Connection',
        async: true,
        args: { url: '0', timeout: '1.timeout' },
        resource: { cost: 'opens a connection to the broker', singleton: 'yes', connects: 'construct', close: ['close'] },
      },
    },
    'Connection|ChannelModel': { is: '#Connection' },
    'Channel|ConfirmChannel': { is: '#Channel' },
    'ConsumeMessage|Message|GetMessage': {},
  },
  types: {
    Connection: { members: { 'createChannel|createConfirmChannel': { call: channel } } },
    Channel: {
      members: {
        publish: { call: { roles: ['publish'], args: { event: '1', payload: '2', options: '3' } } },
        sendToQueue: { call: { roles: ['publish'], args: { event: '0', queue: '0', payload: '1', options: '2' } } },
        consume: { call: { roles: ['subscribe', 'queue-worker'], async: true, args: { event: '0', queue: '0', noAck: '2.noAck' }, registers: { kind: 'topic', path: '0', handler: '1', rejections: 'unhandled', request: 0 } } },
        bindQueue: { call: { roles: ['subscribe'], async: true, args: { queue: '0', event: '2' } } },
        assertQueue: { call: { async: true, args: { queue: '0', options: '1' } } },
      },
    },
  },
});
