import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@sendgrid/mail',
  title: 'SendGrid',
  roles: ['mail'],
  checked: ['8.1.6'],
  evidence: 'export listing; d.ts',
  exports: {
    default: { is: '#Service' },
    'send|sendMultiple': { call: { roles: ['mail'], async: true, args: { message: '0' } } },
    MailService: { new: { roles: ['mail'], returns: '#Service' } },
    setApiKey: { call: {} },
  },
  types: { Service: { members: { 'send|sendMultiple': { call: { roles: ['mail'], async: true, args: { message: '0' } } }, 'setApiKey|setTimeout': { call: {} } } } },
});
