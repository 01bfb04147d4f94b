import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'square',
  title: 'Square',
  roles: ['payment'],
  checked: ['46.0.0'],
  evidence: 'd.ts: HTTP; Client up to version 39',
  exports: { SquareClient: { new: httpClient('#Square', ['payment']) }, Client: { new: { ...httpClient('#Square', ['payment']), versions: '<40' } } },
  types: { Square: { members: { 'payments|orders|customers|refunds|invoices|subscriptions': { members: { '*': method('http-call', 'payment') } } } } },
});
