import { defineLibrary } from '../schema.js';

const chain = { call: { roles: ['validation-attach' as const], returns: '#Chain', args: { field: '0' } } };

export default defineLibrary({
  package: 'express-validator',
  title: 'express-validator',
  roles: ['validator'],
  checked: ['6.15.0', '7.3.2'],
  evidence: 'export listing; nothing is rejected unless validationResult is asked',
  exports: {
    'body|param|query|header|cookie|check': chain,
    'checkSchema|oneOf|checkExact': { call: { roles: ['validation-attach'] } },
    validationResult: { call: { roles: ['validator'], returns: '#Result', args: { request: '0' } } },
    matchedData: { call: { roles: ['validator'], args: { request: '0' } } },
  },
  types: { Chain: { members: { run: { call: { roles: ['validator'], async: true, args: { request: '0' } } }, '*': { call: { roles: ['validation-attach'], returns: '#Chain' } } } }, Result: { members: { 'isEmpty|array|throw|mapped': { call: {} } } } },
});
