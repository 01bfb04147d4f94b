import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'yup',
  title: 'Yup',
  roles: ['validator'],
  checked: ['0.32.11', '1.7.1'],
  evidence: 'export listing; d.ts',
  exports: {
    'object|string|number|array|boolean|bool|date|mixed|tuple|lazy': { call: { returns: '#Schema' } },
    'Schema|ObjectSchema|AnySchema': { is: '#Schema' },
  },
  types: {
    Schema: {
      members: {
        'validate|isValid|validateAt': { call: { roles: ['validator'], async: true, args: { value: '0' } } },
        'validateSync|isValidSync|cast': { call: { roles: ['validator'], args: { value: '0' } } },
        '*': { call: { returns: '#Schema' } },
      },
    },
  },
});
