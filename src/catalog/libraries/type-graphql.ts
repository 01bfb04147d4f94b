import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'type-graphql',
  title: 'TypeGraphQL',
  roles: ['graphql'],
  checked: ['1.1.1'],
  evidence: 'd.ts',
  exports: {
    Resolver: { decorate: { args: { of: '0' } } },
    'Query|Mutation|Subscription|FieldResolver': { decorate: { roles: ['graphql'], registers: { kind: 'graphql', handler: 'method', rejections: 'handled' } } },
    MiddlewareFn: { is: '#Middleware' },
    MiddlewareInterface: { annotate: { roles: ['middleware'], registers: { kind: 'middleware', handler: 'class.use', rejections: 'handled' } } },
  },
  types: { Middleware: { annotate: { roles: ['middleware'], registers: { kind: 'middleware', handler: 'typed', rejections: 'handled' } } } },
});
