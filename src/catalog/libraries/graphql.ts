import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'graphql',
  title: 'GraphQL.js',
  roles: ['graphql'],
  checked: ['16.15.0', '17.1.0'],
  evidence: 'd.ts',
  exports: {
    GraphQLObjectType: {
      new: { roles: ['graphql'], registers: { kind: 'graphql', handler: '0.fields.*.resolve|0.fields.*.subscribe', rejections: 'handled', request: 1 } },
    },
  },
});
