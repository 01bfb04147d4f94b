import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@nats-io/jetstream',
  title: 'NATS JetStream',
  roles: ['queue'],
  checked: ['3.4.0'],
  evidence: 'd.ts',
  exports: { jetstream: { call: { returns: 'nats#JetStream' } }, JetStreamClient: { is: 'nats#JetStream' } },
});
