import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'by-version', handledFrom: '>=5', request: 0, response: 1 };
const verbs = 'get|post|put|patch|delete|head|options|all|search|copy|lock|move|propfind|report';

export default defineLibrary({
  package: 'express',
  aliases: ['express-serve-static-core'],
  title: 'Express',
  needsNode: true,
  roles: ['web-framework'],
  checked: ['4.22.3', '5.3.0'],
  evidence: 'd.ts; probe of rejected handlers in 4 and 5',
  exports: {
    default: { call: { roles: ['web-framework'], returns: '#App' } },
    Router: { call: { returns: '#App' }, new: { returns: '#App' }, is: '#App' },
    'Express|Application|IRouter': { is: '#App' },
    Request: { is: '#Request' },
    Response: { is: '#Response' },
    'RequestHandler|ErrorRequestHandler|Handler': { is: '#Handler' },
    NextFunction: {},
  },
  types: {
    App: {
      members: {
        [verbs]: { call: { roles: ['route'], returns: '#App', registers: { ...http, path: '0', handler: '1..', minArgs: 2 }, pathList: true } },
        use: { call: { roles: ['route-mount', 'middleware'], returns: '#App', args: { path: '0' }, pathList: true, registers: { ...http, kind: 'middleware', handler: '0..' } } },
        param: { call: { roles: ['middleware'], returns: '#App', registers: { ...http, kind: 'middleware', handler: '1' } } },
        route: { call: { returns: '#Route', args: { path: '0' }, pathList: true } },
        listen: { call: { roles: ['listen'], args: { host: '0.host|1' } } },
      },
    },
    Route: { members: { [verbs]: { call: { roles: ['route'], returns: '#Route', registers: { ...http, handler: '0..' } } } } },
    Request: {},
    Response: { annotate: { roles: ['route'], registers: { ...http, handler: 'parameter' } } },
    Handler: { annotate: { roles: ['route'], registers: { ...http, handler: 'typed' } } },
  },
});
