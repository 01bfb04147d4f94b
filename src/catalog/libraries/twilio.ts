import { defineLibrary, type Action } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const make: Action = httpClient('#Twilio', ['sms'], { args: { credentials: '1', options: '2', timeout: '2.timeout' }, defaults: { timeoutMs: 30_000, retries: 0 } });

export default defineLibrary({
  package: 'twilio',
  title: 'Twilio',
  roles: ['sms'],
  checked: ['3.84.1', '4.23.0', '5.13.1', '6.2.0'],
  evidence: 'probe: HTTP, 30 s; source',
  exports: { default: { call: make }, Twilio: { new: make } },
  types: {
    Twilio: {
      members: {
        messages: { members: { create: { call: { roles: ['sms'], async: true, args: { message: '0', to: '0.to' } } } } },
        calls: { members: { create: method('sms') } },
        verify: { members: { '*': { members: { '*': { call: { returns: '#Service' } } } } } },
      },
    },
    // Checking a code sends nothing.
    Service: { members: { verifications: { members: { create: method('sms') } }, verificationChecks: { members: { create: method('http-call') } } } },
  },
});
