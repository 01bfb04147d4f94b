import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'nodemailer',
  title: 'Nodemailer',
  roles: ['mail'],
  checked: ['6.10.1', '7.0.13', '8.0.11', '10.6.0'],
  evidence: 'probe: the first message connects; without pool: true each message opens a connection, so a transport per call costs little more; source: timeouts',
  exports: {
    createTransport: {
      call: {
        roles: ['expensive-client', 'mail'],
        returns: '#Transport',
        args: { options: '0', url: '0.host|0', timeout: '0.socketTimeout|0.connectionTimeout' },
        defaults: { timeoutMs: 600_000, retries: 0 },
        resource: { cost: 'sets up SMTP connections of its own', singleton: 'yes', connects: 'first-use', close: ['close'], opensFrom: ['0.pool'] },
      },
    },
    'Transporter|Mail': { is: '#Transport' },
    createTestAccount: { call: { async: true } },
  },
  types: { Transport: { members: { sendMail: { call: { roles: ['mail'], async: true, args: { message: '0', to: '0.to' } } }, verify: method(), 'use|on': { call: { returns: '#Transport' } } } } },
});
