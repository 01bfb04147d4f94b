import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@graphql-tools/schema',
  aliases: ['graphql-tools'],
  title: 'GraphQL Tools',
  roles: ['graphql'],
  checked: ['10.1.5'],
  evidence: 'd.ts',
  exports: {
    'makeExecutableSchema|addResolversToSchema': {
      call: { roles: ['graphql'], registers: { kind: 'graphql', handler: '0.resolvers.*.*|0.resolvers.*.*.resolve|0.resolvers.*.*.subscribe', rejections: 'handled', request: 1 } },
    },
  },
});
