import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'graphql-yoga',
  title: 'GraphQL Yoga',
  roles: ['graphql'],
  checked: ['5.24.1'],
  evidence: 'd.ts',
  exports: {
    createSchema: { call: { roles: ['graphql'], registers: { kind: 'graphql', handler: '0.resolvers.*.*|0.resolvers.*.*.resolve|0.resolvers.*.*.subscribe', rejections: 'handled', request: 1 } } },
    createYoga: { call: { roles: ['graphql'], registers: { kind: 'graphql', handler: '0.context', rejections: 'handled', request: 0 } } },
  },
});
