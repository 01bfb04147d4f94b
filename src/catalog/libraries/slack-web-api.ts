import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@slack/web-api',
  title: 'Slack',
  roles: ['http-client'],
  checked: ['8.2.0'],
  evidence: 'd.ts; documentation: retries for about 30 minutes by default',
  exports: { WebClient: { new: httpClient('#Client', ['http-client'], { args: { credentials: '0', options: '1', timeout: '1.timeout' } }) } },
  types: { Client: { members: { chat: { members: { 'postMessage|update|postEphemeral|delete|scheduleMessage': method('http-call') } }, '*': { members: { '*': method('http-call') } } } } },
});
