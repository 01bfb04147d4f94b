import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@opentelemetry/sdk-node',
  title: 'OpenTelemetry SDK',
  roles: ['tracing', 'metrics'],
  checked: ['0.301.0'],
  evidence: 'd.ts',
  exports: {
    NodeSDK: {
      new: {
        roles: ['expensive-client', 'tracing'],
        returns: '#Sdk',
        resource: { cost: 'sets up exporters and instrumentation', singleton: 'yes', connects: 'explicit', connectCall: 'start', close: ['shutdown'] },
      },
    },
  },
  types: { Sdk: { members: { start: { call: { roles: ['tracing'] } } } } },
});
