import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@azure/communication-email',
  title: 'Azure Communication Services',
  roles: ['mail'],
  checked: ['1.1.0'],
  evidence: 'd.ts: HTTP',
  exports: { EmailClient: { new: httpClient('#Client', ['mail']) } },
  types: { Client: { members: { beginSend: method('mail') } } },
});
