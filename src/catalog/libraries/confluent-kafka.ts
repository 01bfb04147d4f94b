import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@confluentinc/kafka-javascript',
  title: 'Confluent Kafka',
  roles: ['queue'],
  checked: ['1.10.1'],
  evidence: 'd.ts: the KafkaJS namespace has the API of kafkajs',
  exports: {
    KafkaJS: { members: { Kafka: { new: { roles: ['queue'], returns: 'kafkajs#Kafka', args: { brokers: '0.kafkaJS.brokers' } } } } },
  },
});
