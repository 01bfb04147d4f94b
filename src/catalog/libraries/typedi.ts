import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'typedi',
  title: 'TypeDI',
  roles: ['di-container'],
  checked: ['0.10.0'],
  evidence: 'd.ts',
  exports: {
    'Service|Inject|InjectMany': { decorate: { roles: ['di-container'] } },
    'Container|ContainerInstance': { is: '#Container' },
  },
  types: {
    Container: {
      members: {
        'get|getMany': { call: { roles: ['di-container'], args: { token: '0' } } },
        'set|remove|reset': call('di-container'),
        of: { call: { returns: '#Container' } },
      },
    },
  },
});
