import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'handled', request: 0, response: 1 };
const verbs = 'get|post|put|patch|delete|head|options|all';

export default defineLibrary({
  package: 'express-promise-router',
  title: 'express-promise-router',
  roles: ['web-framework'],
  checked: ['4.1.1'],
  evidence: 'readme: rejections go to the error handler',
  exports: { default: { call: { returns: '#Router' }, new: { returns: '#Router' } } },
  types: {
    Router: {
      members: {
        [verbs]: { call: { roles: ['route'], returns: '#Router', registers: { ...http, path: '0', handler: '1..', minArgs: 2 }, pathList: true } },
        use: { call: { roles: ['route-mount', 'middleware'], returns: '#Router', args: { path: '0' }, pathList: true, registers: { ...http, kind: 'middleware', handler: '0..' } } },
        route: { call: { returns: '#Route', args: { path: '0' }, pathList: true } },
      },
    },
    Route: { members: { [verbs]: { call: { roles: ['route'], returns: '#Route', registers: { ...http, handler: '0..' } } } } },
  },
});
