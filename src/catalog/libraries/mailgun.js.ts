import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'mailgun.js',
  title: 'Mailgun',
  roles: ['mail'],
  checked: ['14.0.1'],
  evidence: 'd.ts: HTTP',
  exports: { default: { new: { returns: '#Mailgun' } } },
  types: {
    Mailgun: { members: { client: { call: httpClient('#Client', ['mail'], { args: { options: '0', timeout: '0.timeout' } }) } } },
    Client: { members: { messages: { members: { create: { call: { roles: ['mail'], async: true, args: { message: '1', to: '1.to' } } } } }, lists: { members: { '*': method('http-call') } } } },
  },
});
