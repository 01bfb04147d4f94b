import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'resend',
  title: 'Resend',
  roles: ['mail'],
  checked: ['6.38.0'],
  evidence: 'd.ts: HTTP',
  exports: { Resend: { new: httpClient('#Resend', ['mail'], { args: { credentials: '0' } }) } },
  types: {
    Resend: {
      members: {
        emails: { members: { 'send|create': { call: { roles: ['mail'], async: true, givesErrors: true, args: { message: '0', to: '0.to' } } } } },
        batch: { members: { 'send|create': { call: { roles: ['mail'], async: true, givesErrors: true } } } },
        broadcasts: { members: { send: method('mail') } },
      },
    },
  },
});
