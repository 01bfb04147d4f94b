import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'mailersend',
  title: 'MailerSend',
  roles: ['mail'],
  checked: ['3.4.0'],
  evidence: 'd.ts: HTTP',
  exports: { MailerSend: { new: httpClient('#Client', ['mail']) } },
  types: { Client: { members: { email: { members: { 'send|sendBulk': method('mail') } }, sms: { members: { send: method('sms') } } } } },
});
