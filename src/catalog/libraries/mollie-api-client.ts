import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@mollie/api-client',
  title: 'Mollie',
  roles: ['payment'],
  checked: ['4.6.0'],
  evidence: 'd.ts: HTTP',
  exports: { 'default|createMollieClient': { call: httpClient('#Mollie', ['payment']) } },
  types: { Mollie: { members: { 'payments|orders|refunds|customers|subscriptions|paymentRefunds': { members: { '*': method('http-call', 'payment') } } } } },
});
