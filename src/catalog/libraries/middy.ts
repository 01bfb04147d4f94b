import { defineLibrary, type Action, type Registers } from '../schema.js';

const serverless: Omit<Registers, 'handler'> = { kind: 'serverless', rejections: 'handled', request: 0 };
const wrap: Action = { roles: ['serverless'], returns: '#Wrapped', registers: { ...serverless, handler: '0' } };

export default defineLibrary({
  package: '@middy/core',
  title: 'Middy',
  roles: ['serverless'],
  checked: ['6.4.5', '7.9.2'],
  evidence: 'd.ts',
  exports: { default: { call: wrap }, middy: { call: { ...wrap, versions: '>=7' } } },
  types: {
    Wrapped: {
      members: {
        'use|before|after|onError': { call: { returns: '#Wrapped' } },
        handler: { call: { roles: ['serverless'], returns: '#Wrapped', registers: { ...serverless, handler: '0' } } },
      },
    },
  },
});
