import { defineLibrary, type Registers } from '../schema.js';

const rpc: Omit<Registers, 'handler'> = { kind: 'rpc', rejections: 'handled', request: 0 };

export default defineLibrary({
  package: '@trpc/server',
  title: 'tRPC',
  roles: ['web-framework'],
  checked: ['10.45.4', '11.25.2'],
  evidence: 'listing of t and of a procedure',
  exports: { initTRPC: { is: '#Init' } },
  types: {
    Init: { members: { 'context|meta': { call: { returns: '#Init' } }, create: { call: { returns: '#T' } } } },
    T: {
      members: {
        procedure: { is: '#Procedure' },
        middleware: { call: { roles: ['middleware'], registers: { ...rpc, kind: 'middleware', handler: '0' } } },
        'router|mergeRouters|createCallerFactory': { call: { args: { routes: '0' } } },
      },
    },
    Procedure: {
      members: {
        'input|output|meta|concat|unstable_concat': { call: { returns: '#Procedure', args: { schema: '0' } } },
        use: { call: { roles: ['middleware'], returns: '#Procedure', registers: { ...rpc, kind: 'middleware', handler: '0' } } },
        'query|mutation|subscription': { call: { roles: ['route'], registers: { ...rpc, handler: '0' } } },
      },
    },
  },
});
