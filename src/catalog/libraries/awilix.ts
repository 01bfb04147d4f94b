import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'awilix',
  title: 'Awilix',
  roles: ['di-container'],
  checked: ['13.0.5'],
  evidence: 'd.ts',
  exports: { createContainer: { call: { roles: ['di-container'], returns: '#Container' } }, AwilixContainer: { is: '#Container' }, 'asClass|asFunction|asValue|aliasTo': { call: { roles: ['di-container'], args: { handler: '0' } } } },
  types: {
    Container: {
      members: {
        resolve: { call: { roles: ['di-container'], args: { token: '0' } } },
        'register|loadModules|build': call('di-container'),
        createScope: { call: { returns: '#Container' } },
        cradle: { is: '#Cradle' },
      },
    },
    // A proxy: reading a property resolves the registration of that name.
    Cradle: { members: { '*': { read: { roles: ['di-container'] } } } },
  },
});
