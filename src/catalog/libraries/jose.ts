import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'jose',
  title: 'jose',
  roles: ['auth'],
  checked: ['4.15.9', '5.10.0', '6.2.17'],
  evidence: 'export listing; d.ts; a remote key set caches the keys it fetched',
  exports: {
    'jwtVerify|jwtDecrypt|compactVerify': { call: { roles: ['auth'], async: true, args: { token: '0' } } },
    SignJWT: { new: { roles: ['auth'], returns: '#Sign' } },
    createRemoteJWKSet: {
      call: {
        roles: ['expensive-client', 'auth'],
        returns: '#KeySet',
        args: { url: '0' },
        resource: { cost: 'starts with an empty key cache and fetches the keys', singleton: 'yes', connects: 'first-use' },
      },
    },
    'importSPKI|importPKCS8|importJWK|importX509': { call: { roles: ['auth'], async: true } },
    'decodeJwt|decodeProtectedHeader': { call: { roles: ['pure'] } },
  },
  types: {
    Sign: { members: { sign: { call: { roles: ['auth'], async: true } }, setExpirationTime: { call: { returns: '#Sign', args: { expiry: '0' } } }, '*': { call: { returns: '#Sign' } } } },
    KeySet: {},
  },
});
