import { defineLibrary, type Action } from '../schema.js';

const construct: Action = {
  roles: ['expensive-client', 'auth'],
  returns: '#Client',
  args: { url: '0.jwksUri' },
  resource: { cost: 'starts with an empty key cache and fetches the keys', singleton: 'yes', connects: 'first-use' },
};

export default defineLibrary({
  package: 'jwks-rsa',
  title: 'jwks-rsa',
  roles: ['auth'],
  checked: ['4.1.0'],
  evidence: 'd.ts; keys are cached per instance',
  exports: { default: { call: construct }, JwksClient: { new: construct }, 'expressJwtSecret|passportJwtSecret|koaJwtSecret': { call: { roles: ['auth'] } } },
  types: { Client: { members: { 'getSigningKey|getSigningKeys|getKeys': { call: { roles: ['auth'], async: true } } } } },
});
