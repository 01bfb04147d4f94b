import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@google-cloud/functions-framework',
  title: 'Google Cloud Functions',
  roles: ['serverless'],
  checked: ['5.0.5'],
  evidence: 'd.ts',
  exports: {
    http: { call: { roles: ['serverless'], registers: { kind: 'serverless', path: '0', handler: '1', rejections: 'handled', request: 0, response: 1 } } },
    cloudEvent: { call: { roles: ['serverless'], registers: { kind: 'serverless', path: '0', handler: '1', rejections: 'handled', request: 0 } } },
  },
});
