import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@google-cloud/pubsub',
  title: 'Google Cloud Pub/Sub',
  roles: ['queue'],
  checked: ['4.11.0', '5.3.1', '6.3.2'],
  evidence: 'probe; d.ts',
  exports: {
    PubSub: {
      new: {
        roles: ['expensive-client', 'queue'],
        returns: '#PubSub',
        resource: { cost: 'opens a gRPC channel', singleton: 'yes', connects: 'first-use', close: ['close'] },
      },
    },
    Topic: { is: '#Topic' },
    Subscription: { is: '#Subscription' },
  },
  types: {
    PubSub: { members: { topic: { call: { returns: '#Topic', args: { topic: '0' } } }, subscription: { call: { returns: '#Subscription', args: { subscription: '0' } } } } },
    Topic: {
      members: {
        'publishMessage|publish|publishJSON': { call: { roles: ['publish'], async: true, args: { payload: '0' } } },
        subscription: { call: { returns: '#Subscription', args: { subscription: '0' } } },
      },
    },
    Subscription: {
      members: { on: { call: { roles: ['subscribe'], returns: '#Subscription', registers: { kind: 'topic', path: '0', handler: '1', except: ['error', 'close', 'debug'], rejections: 'unhandled', request: 0 } } } },
    },
  },
});
