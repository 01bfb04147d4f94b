import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'braintree',
  title: 'Braintree',
  roles: ['payment'],
  checked: ['3.40.0'],
  evidence: 'source: HTTP',
  exports: { BraintreeGateway: { new: httpClient('#Gateway', ['payment']) } },
  types: { Gateway: { members: { 'transaction|customer|clientToken|paymentMethod|subscription|creditCard': { members: { '*': method('http-call', 'payment') } } } } },
});
