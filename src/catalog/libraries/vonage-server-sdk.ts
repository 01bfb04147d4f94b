import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@vonage/server-sdk',
  title: 'Vonage',
  roles: ['sms'],
  checked: ['3.30.1'],
  evidence: 'd.ts: HTTP',
  exports: { Vonage: { new: httpClient('#Vonage', ['sms']) } },
  types: { Vonage: { members: { sms: { members: { send: method('sms') } }, messages: { members: { send: method('sms') } }, voice: { members: { createOutboundCall: method('sms') } } } } },
});
