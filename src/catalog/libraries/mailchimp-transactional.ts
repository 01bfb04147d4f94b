import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@mailchimp/mailchimp_transactional',
  title: 'Mailchimp Transactional',
  roles: ['mail'],
  checked: ['1.4.1'],
  evidence: 'source: HTTP',
  exports: { default: { call: httpClient('#Client', ['mail']) } },
  types: { Client: { members: { messages: { members: { 'send|sendTemplate|sendRaw': method('mail') } } } } },
});
