import { defineLibrary } from '../schema.js';
import { httpClient } from '../shorthand.js';

export default defineLibrary({
  package: 'postmark',
  title: 'Postmark',
  roles: ['mail'],
  checked: ['5.1.0'],
  evidence: 'd.ts: HTTP',
  exports: { 'ServerClient|Client': { new: httpClient('#Client', ['mail'], { args: { credentials: '0', options: '1' } }) } },
  types: { Client: { members: { 'sendEmail|sendEmailBatch|sendEmailWithTemplate|sendEmailBatchWithTemplates': { call: { roles: ['mail'], async: true, args: { message: '0', to: '0.To' } } } } } },
});
