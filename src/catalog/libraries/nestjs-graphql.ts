import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@nestjs/graphql',
  title: 'NestJS GraphQL',
  roles: ['graphql'],
  checked: ['12.2.2', '13.4.5', '14.0.3'],
  evidence: 'export listing',
  exports: {
    Resolver: { decorate: { args: { of: '0' } } },
    'Query|Mutation|Subscription|ResolveField|ResolveProperty|ResolveReference': {
      decorate: { roles: ['graphql'], registers: { kind: 'graphql', handler: 'method', rejections: 'handled' } },
    },
  },
});
