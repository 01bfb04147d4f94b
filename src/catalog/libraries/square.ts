import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'square',
  title: 'Square',
  roles: ['payment'],
  evidence: 'd.ts: HTTP; Client up to version 39',
  exports: { 'SquareClient|Client': { new: httpClient('#Square', ['payment']) } },
  types: { Square: { members: { 'payments|orders|customers|refunds|invoices|subscriptions|paymentsApi|ordersApi|customersApi|refundsApi': { members: { '*': method('http-call', 'payment') } } } } },
});
