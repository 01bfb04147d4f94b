import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'tsyringe',
  title: 'TSyringe',
  roles: ['di-container'],
  checked: ['4.10.0'],
  evidence: 'd.ts',
  exports: {
    'injectable|singleton|autoInjectable|scoped|inject|injectAll|registry': { decorate: { roles: ['di-container'] }, call: { roles: ['di-container'] } },
    delay: {},
    container: { is: '#Container' },
    DependencyContainer: { is: '#Container' },
  },
  types: { Container: { members: { 'resolve|resolveAll': { call: { roles: ['di-container'], args: { token: '0' } } }, 'register|registerSingleton|registerInstance|registerType': call('di-container'), createChildContainer: { call: { returns: '#Container' } } } } },
});
