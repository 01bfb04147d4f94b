import { defineLibrary, type Action, type Entity } from '../schema.js';

const request: Action = {
  roles: ['http-call'],
  async: true,
  args: { url: '0.url|0', options: '1', timeout: '1.timeout.request|0.timeout.request|1.timeout|0.timeout', signal: '1.signal', retry: '1.retry', method: '1.method', body: '1.json|1.body' },
  defaults: { timeoutMs: 0, retries: 2 },
  retry: { options: '1.retry', count: 'limit', retries: 2, growth: 'exponential', wait: 'calculateDelay', jittered: true },
};
const members: Record<string, Entity> = {
  'get|post|put|patch|head|delete|query': { call: request },
  stream: { call: { ...request, async: false } },
  paginate: { call: { ...request, async: false }, members: { 'all|each': { call: request } } },
  extend: { call: { roles: ['http-client'], returns: '#Got', args: { options: '0', url: '0.prefixUrl', timeout: '0.timeout.request|0.timeout', retry: '0.retry' } } },
};

export default defineLibrary({
  package: 'got',
  title: 'got',
  roles: ['http-client'],
  checked: ['9.6.0', '11.8.6', '12.6.1', '13.0.0', '14.6.6', '16.1.0'],
  evidence: 'probe: no timeout, 2 retries of idempotent methods; source of 9, 11, 14 and 16: waits double and are spread by up to 100 ms',
  exports: { default: { call: request, members }, got: { call: { ...request, versions: '>=12 <16' }, members }, Got: { is: '#Got' } },
  types: { Got: { call: request, members } },
});
