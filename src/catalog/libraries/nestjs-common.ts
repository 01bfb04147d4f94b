import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'handled' };
const middleware: Omit<Registers, 'handler'> = { kind: 'middleware', rejections: 'handled' };

export default defineLibrary({
  package: '@nestjs/common',
  title: 'NestJS',
  roles: ['web-framework', 'di-container'],
  checked: ['10.4.22', '11.2.10', '12.5.1'],
  evidence: 'export listing; d.ts',
  exports: {
    Controller: { decorate: { args: { path: '0.path|0', version: '0.version' } } },
    'Get|Post|Put|Patch|Delete|Options|Head|All|Search|Sse|QueryMethod': { decorate: { roles: ['route'], registers: { ...http, handler: 'method', path: '0' } } },
    Version: { decorate: { args: { version: '0' } } },
    'Injectable|Module|Global': { decorate: { roles: ['di-container'], args: { scope: '0.scope' } } },
    Inject: { decorate: { args: { token: '0' } } },
    'UsePipes|UseGuards|UseInterceptors|UseFilters': { decorate: { args: { first: '0' } } },
    // Nest calls an exception filter without waiting for it.
    Catch: { decorate: { roles: ['middleware'], registers: { ...middleware, rejections: 'unhandled', handler: 'class.catch' } } },
    ValidationPipe: { new: { roles: ['validation-attach'], args: { whitelist: '0.whitelist' } } },
    CanActivate: { annotate: { roles: ['middleware'], registers: { ...middleware, handler: 'class.canActivate' } } },
    NestInterceptor: { annotate: { roles: ['middleware'], registers: { ...middleware, handler: 'class.intercept' } } },
    NestMiddleware: { annotate: { roles: ['middleware'], registers: { ...middleware, handler: 'class.use', request: 0, response: 1 } } },
    PipeTransform: { annotate: { roles: ['middleware'], registers: { ...middleware, handler: 'class.transform' } } },
  },
});
