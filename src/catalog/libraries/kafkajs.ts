import { defineLibrary, type Resource } from '../schema.js';

const connection: Resource = { cost: 'opens connections to the Kafka brokers', singleton: 'yes', connects: 'explicit', connectCall: 'connect', close: ['disconnect'] };

export default defineLibrary({
  package: 'kafkajs',
  title: 'KafkaJS',
  roles: ['queue'],
  checked: ['1.16.0', '2.2.4'],
  evidence: 'probe; d.ts; source of both: a producer retries 5 times, an idempotent one for ever',
  exports: {
    Kafka: { new: { roles: ['queue'], returns: '#Kafka', args: { brokers: '0.brokers', retry: '0.retry' } }, is: '#Kafka' },
    Producer: { is: '#Producer' },
    Consumer: { is: '#Consumer' },
    'EachMessagePayload|EachBatchPayload|ConsumerEachMessagePayload': { is: '#Payload' },
    'EachMessageHandler|EachBatchHandler': { is: '#Handler' },
  },
  types: {
    Kafka: {
      members: {
        producer: { call: { roles: ['expensive-client', 'queue'], returns: '#Producer', resource: connection } },
        consumer: { call: { roles: ['expensive-client', 'queue'], returns: '#Consumer', args: { groupId: '0.groupId' }, resource: connection } },
        admin: { call: { roles: ['expensive-client', 'queue'], returns: '#Admin', resource: { ...connection, perJob: true } } },
      },
    },
    Producer: {
      members: {
        connect: { call: { async: true } },
        send: { call: { roles: ['publish'], async: true, args: { event: '0.topic', payload: '0.messages' }, defaults: { retries: 5 } } },
        sendBatch: { call: { roles: ['publish'], async: true, args: { payload: '0.topicMessages' } } },
        transaction: { call: { returns: '#Producer', async: true } },
      },
    },
    Consumer: {
      members: {
        connect: { call: { async: true } },
        subscribe: { call: { roles: ['subscribe'], async: true, args: { event: '0.topic', topics: '0.topics' } } },
        run: {
          call: {
            roles: ['subscribe', 'queue-worker'],
            async: true,
            args: { concurrency: '0.partitionsConsumedConcurrently' },
            registers: { kind: 'topic', handler: '0.eachMessage|0.eachBatch', rejections: 'handled', request: 0 },
          },
        },
      },
    },
    Admin: { members: { connect: { call: { async: true } } } },
    Payload: { annotate: { roles: ['subscribe'], registers: { kind: 'topic', handler: 'parameter', rejections: 'handled', request: 0 } } },
    Handler: { annotate: { roles: ['subscribe'], registers: { kind: 'topic', handler: 'typed', rejections: 'handled', request: 0 } } },
  },
});
