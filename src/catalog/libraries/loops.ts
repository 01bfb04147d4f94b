import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'loops',
  title: 'Loops',
  roles: ['mail'],
  checked: ['7.3.0'],
  evidence: 'd.ts: HTTP',
  exports: { LoopsClient: { new: httpClient('#Client', ['mail'], { args: { credentials: '0' } }) } },
  types: { Client: { members: { sendTransactionalEmail: method('mail'), 'sendEvent|createContact|updateContact|deleteContact|findContact': method('http-call') } } },
});
