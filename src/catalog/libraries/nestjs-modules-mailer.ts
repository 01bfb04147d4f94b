import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@nestjs-modules/mailer',
  title: 'NestJS mailer',
  roles: ['mail'],
  checked: ['2.3.7'],
  evidence: 'd.ts',
  exports: { MailerService: { is: '#Mailer' } },
  types: { Mailer: { members: { sendMail: { call: { roles: ['mail'], async: true, args: { message: '0', to: '0.to' } } } } } },
});
