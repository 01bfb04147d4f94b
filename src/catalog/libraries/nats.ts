import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'nats',
  aliases: ['@nats-io/transport-node', '@nats-io/nats-core'],
  title: 'NATS',
  roles: ['queue'],
  checked: ['2.29.3', '3.4.0'],
  evidence: 'probe; d.ts',
  exports: {
    connect: {
      call: {
        roles: ['expensive-client', 'queue'],
        returns: '#Connection',
        async: true,
        args: { servers: '0.servers', timeout: '0.timeout' },
        resource: { cost: 'opens a connection to the NATS server', singleton: 'yes', connects: 'construct', close: ['drain', 'close'] },
      },
    },
    NatsConnection: { is: '#Connection' },
    JetStreamClient: { is: '#JetStream' },
  },
  types: {
    Connection: {
      members: {
        publish: { call: { roles: ['publish'], args: { event: '0', payload: '1' } } },
        request: { call: { roles: ['rpc-call'], async: true, args: { event: '0', payload: '1', timeout: '2.timeout' } } },
        subscribe: { call: { roles: ['subscribe'], args: { event: '0', queue: '1.queue' }, registers: { kind: 'topic', path: '0', handler: '1.callback', rejections: 'unhandled', request: 1 } } },
        jetstream: { call: { returns: '#JetStream' } },
      },
    },
    JetStream: { members: { publish: { call: { roles: ['publish'], async: true, args: { event: '0', payload: '1' } } } } },
  },
});
