import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@getbrevo/brevo',
  title: 'Brevo',
  roles: ['mail', 'sms'],
  checked: ['6.0.3'],
  evidence: 'd.ts: HTTP',
  exports: { BrevoClient: { new: httpClient('#Client', ['mail']) } },
  types: { Client: { members: { transactionalEmails: { members: { sendTransacEmail: method('mail') } }, transactionalSms: { members: { 'sendTransacSms|sendAsyncTransactionalSms': method('sms') } } } } },
});
