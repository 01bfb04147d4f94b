import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'google-auth-library',
  title: 'Google Auth Library',
  roles: ['auth'],
  checked: ['11.3.4'],
  evidence: 'd.ts; certificates and tokens are cached per instance',
  exports: { 'OAuth2Client|GoogleAuth|JWT': { new: httpClient('#Client', ['auth'], { resource: { cost: 'starts with an empty cache of tokens and certificates', singleton: 'prefer', connects: 'never' } }) } },
  types: { Client: { members: { 'verifyIdToken|getToken|getTokenInfo|getAccessToken|getClient|refreshAccessToken|revokeToken': method('auth'), request: method('http-call'), generateAuthUrl: { call: { roles: ['auth'] } } } } },
});
