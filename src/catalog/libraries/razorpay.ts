import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'razorpay',
  title: 'Razorpay',
  roles: ['payment'],
  checked: ['2.9.8'],
  evidence: 'd.ts: HTTP',
  exports: { default: { new: httpClient('#Razorpay', ['payment']) } },
  types: { Razorpay: { members: { 'orders|payments|refunds|customers|subscriptions|plans|invoices|paymentLink': { members: { '*': method('http-call', 'payment') } } } } },
});
