import { defineLibrary, type Action, type Entity } from '../schema.js';

const request: Action = {
  roles: ['http-call'],
  async: true,
  args: { url: '0', options: '1', timeout: '1.timeout', signal: '1.signal', retry: '1.retry', method: '1.method', body: '1.body' },
  defaults: { timeoutMs: 0, retries: 1 },
};
const members: Record<string, Entity> = {
  raw: { call: request },
  create: { call: { roles: ['http-client'], returns: '#Fetch', args: { options: '0', url: '0.baseURL', timeout: '0.timeout', retry: '0.retry' } } },
};

export default defineLibrary({
  package: 'ofetch',
  title: 'ofetch',
  roles: ['http-client'],
  checked: ['1.5.1'],
  evidence: 'source: one retry unless the method has a body',
  exports: { '$fetch|ofetch': { call: request, members }, createFetch: { call: { roles: ['http-client'], returns: '#Fetch' } }, 'FetchError|$Fetch': {} },
  types: { Fetch: { call: request, members } },
});
