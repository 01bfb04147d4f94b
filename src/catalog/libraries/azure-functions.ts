import { defineLibrary, type Registers } from '../schema.js';

const serverless: Omit<Registers, 'handler'> = { kind: 'serverless', rejections: 'handled', request: 0 };

export default defineLibrary({
  package: '@azure/functions',
  title: 'Azure Functions',
  roles: ['serverless'],
  checked: ['4.16.5'],
  evidence: 'd.ts',
  exports: {
    app: {
      members: {
        'http|timer|serviceBusQueue|serviceBusTopic|storageQueue|storageBlob|eventHub|eventGrid|cosmosDB': {
          call: { roles: ['serverless'], registers: { ...serverless, path: '0', handler: '1.handler' } },
        },
        'get|post|put|patch|deleteRequest': { call: { roles: ['serverless'], registers: { ...serverless, path: '0', handler: '1|1.handler' } } },
      },
    },
    AzureFunction: { is: '#Handler' },
  },
  types: { Handler: { annotate: { roles: ['serverless'], registers: { ...serverless, handler: 'typed', request: 1 } } } },
});
