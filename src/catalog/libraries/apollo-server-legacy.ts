import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'apollo-server',
  aliases: ['apollo-server-express', 'apollo-server-fastify', 'apollo-server-koa', 'apollo-server-hapi', 'apollo-server-lambda', 'apollo-server-micro'],
  title: 'Apollo Server 2 and 3',
  roles: ['graphql'],
  checked: ['3.13.0'],
  evidence: 'd.ts',
  exports: {
    ApolloServer: {
      new: { roles: ['graphql'], registers: { kind: 'graphql', handler: '0.resolvers.*.*|0.resolvers.*.*.resolve|0.resolvers.*.*.subscribe|0.context', rejections: 'handled', request: 1 } },
    },
  },
});
