import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'inversify',
  title: 'InversifyJS',
  roles: ['di-container'],
  checked: ['8.2.3'],
  evidence: 'd.ts',
  exports: {
    Container: { new: { roles: ['di-container'], returns: '#Container' } },
    ContainerModule: { new: { roles: ['di-container'] } },
    'injectable|inject|multiInject|named|optional|postConstruct': { decorate: { roles: ['di-container'] } },
  },
  types: { Container: { members: { 'get|getAll|getAsync': { call: { roles: ['di-container'], args: { token: '0' } } }, 'getNamed|getTagged': { call: { roles: ['di-container'], args: { token: '0' }, versions: '<7' } }, 'bind|rebind|unbind|load': call('di-container') } } },
});
