import { defineLibrary, type Entity } from '../schema.js';

const timeout = (at: string): string => ['open_timeout', 'response_timeout', 'read_timeout', 'timeout'].map((name) => `${at}.${name}`).join('|');
const call = (options: string, more: Record<string, string> = {}): Entity => ({
  call: { roles: ['http-call'], async: true, args: { url: '0', ...more, options, timeout: timeout(options), signal: `${options}.signal` }, defaults: { timeoutMs: 0, retries: 0 } },
});

export default defineLibrary({
  package: 'needle',
  title: 'needle',
  roles: ['http-client'],
  checked: ['3.5.0'],
  evidence: 'probe: 10 s until the connection opens, then none; source',
  exports: {
    default: call('last', { method: '0', url: '1', body: '2' }),
    'get|head': call('1'),
    'post|put|patch|delete': call('2', { body: '1' }),
    request: call('3', { method: '0', url: '1', body: '2' }),
  },
});
