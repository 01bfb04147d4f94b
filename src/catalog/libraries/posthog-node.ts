import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'posthog-node',
  title: 'PostHog',
  roles: ['metrics'],
  checked: ['5.70.0'],
  evidence: 'd.ts: events are queued and sent by a timer',
  exports: {
    PostHog: {
      new: {
        roles: ['expensive-client', 'metrics'],
        returns: '#PostHog',
        // In functions that stop after the answer one is made and shut down per call on purpose.
        resource: { cost: 'starts a queue of its own that is flushed by a timer', singleton: 'prefer', connects: 'never', close: ['shutdown', 'shutdownAsync'] },
      },
    },
  },
  types: { PostHog: { members: { 'capture|identify|alias|groupIdentify|captureException': call('metrics'), 'isFeatureEnabled|getFeatureFlag|getAllFlags': { call: { async: true } } } } },
});
