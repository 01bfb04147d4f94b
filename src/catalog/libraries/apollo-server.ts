import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@apollo/server',
  title: 'Apollo Server',
  roles: ['graphql'],
  checked: ['4.13.0', '5.5.1'],
  evidence: 'd.ts',
  exports: {
    ApolloServer: {
      new: { roles: ['graphql'], args: { typeDefs: '0.typeDefs', schema: '0.schema' }, registers: { kind: 'graphql', handler: '0.resolvers.*.*|0.resolvers.*.*.resolve|0.resolvers.*.*.subscribe', rejections: 'handled', request: 1 } },
    },
  },
});
