import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@azure/identity',
  title: 'Azure Identity',
  roles: ['auth'],
  checked: ['4.14.1'],
  evidence: 'export listing; documentation: tokens are cached per instance',
  exports: {
    'DefaultAzureCredential|ManagedIdentityCredential|ClientSecretCredential|WorkloadIdentityCredential|ClientCertificateCredential|ChainedTokenCredential|EnvironmentCredential|AzureCliCredential': {
      new: {
        roles: ['expensive-client', 'auth'],
        returns: '#Credential',
        resource: { cost: 'starts with an empty token cache', singleton: 'yes', connects: 'first-use' },
      },
    },
  },
  types: { Credential: { members: { getToken: { call: { roles: ['auth'], async: true } } } } },
});
