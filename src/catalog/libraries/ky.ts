import { defineLibrary, type Action, type Entity } from '../schema.js';

const request: Action = {
  roles: ['http-call'],
  async: true,
  args: { url: '0', options: '1', timeout: '1.timeout', signal: '1.signal', retry: '1.retry', method: '1.method', body: '1.json|1.body' },
  defaults: { timeoutMs: 10_000, retries: 2 },
};
const members: Record<string, Entity> = {
  'get|post|put|patch|head|delete': { call: request },
  'create|extend': { call: { roles: ['http-client'], returns: '#Ky', args: { options: '0', timeout: '0.timeout', retry: '0.retry' }, defaults: { timeoutMs: 10_000, retries: 2 } } },
};

export default defineLibrary({
  package: 'ky',
  title: 'Ky',
  roles: ['http-client'],
  checked: ['0.33.3', '1.14.3', '2.1.0'],
  evidence: 'probe: 10 s and 2 retries; source',
  exports: { default: { call: request, members }, KyInstance: { is: '#Ky' } },
  types: { Ky: { call: request, members } },
});
