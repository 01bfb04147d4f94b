import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'iron-session',
  title: 'iron-session',
  roles: ['session', 'auth'],
  checked: ['6.3.1', '8.0.4', '9.0.1'],
  evidence: 'd.ts',
  exports: { getIronSession: { call: { roles: ['session'], async: true } }, 'sealData|unsealData': { call: { roles: ['session'], async: true } } },
});
