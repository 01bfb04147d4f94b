import { defineLibrary, type Registers } from '../schema.js';

const middleware: Omit<Registers, 'handler'> = { kind: 'middleware', rejections: 'handled', request: 0, response: 1 };

export default defineLibrary({
  package: 'routing-controllers',
  title: 'routing-controllers',
  roles: ['web-framework'],
  checked: ['0.11.3'],
  evidence: 'd.ts',
  exports: {
    'Controller|JsonController': { decorate: { args: { path: '0' } } },
    'Get|Post|Put|Patch|Delete|Head|All|Method': { decorate: { roles: ['route'], registers: { kind: 'http', handler: 'method', path: '0', rejections: 'handled' } } },
    ExpressMiddlewareInterface: { annotate: { roles: ['middleware'], registers: { ...middleware, handler: 'class.use' } } },
    KoaMiddlewareInterface: { annotate: { roles: ['middleware'], registers: { kind: 'middleware', rejections: 'handled', request: 0, handler: 'class.use' } } },
    ExpressErrorMiddlewareInterface: { annotate: { roles: ['middleware'], registers: { ...middleware, request: 1, response: 2, handler: 'class.error' } } },
  },
});
