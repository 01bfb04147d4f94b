import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'iron-session',
  title: 'iron-session',
  roles: ['session', 'auth'],
  evidence: 'd.ts',
  exports: { getIronSession: { call: { roles: ['session'], async: true } }, 'sealData|unsealData': { call: { roles: ['session'], async: true } } },
});
