import { defineLibrary, type Action } from '../schema.js';
import { httpClient } from '../shorthand.js';

const construct: Action = httpClient('#Stripe', ['payment'], { args: { credentials: '0', options: '1', timeout: '1.timeout', retries: '1.maxNetworkRetries' }, defaults: { timeoutMs: 80_000, retries: 2 } });
const call: Action = { roles: ['http-call', 'payment'], async: true };

export default defineLibrary({
  package: 'stripe',
  title: 'Stripe',
  roles: ['payment'],
  checked: ['14.25.0', '17.7.0', '20.4.1', '23.1.0'],
  evidence: 'probe: HTTP, 80 s, 2 retries (1 up to version 14); source',
  exports: { 'default|Stripe': { new: construct, call: construct } },
  types: {
    Stripe: {
      members: {
        webhooks: { members: { constructEvent: { call: { roles: ['pure'] } }, constructEventAsync: { call: { async: true } } } },
        checkout: { members: { '*': { members: { '*': { call } } } } },
        billingPortal: { members: { '*': { members: { '*': { call } } } } },
        '*': { members: { '*': { call } } },
      },
    },
  },
});
