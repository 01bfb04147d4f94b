import { defineLibrary, type Action } from '../schema.js';

const request: Action = { roles: ['http-call'], returns: '#Request', args: { url: '0' }, defaults: { timeoutMs: 0, retries: 0 } };
const verbs = 'get|post|put|patch|del|delete|head|options|search|query';

export default defineLibrary({
  package: 'superagent',
  title: 'superagent',
  roles: ['http-client'],
  checked: ['8.1.2', '10.4.2'],
  evidence: 'probe: no timeout; a retry has no delay; source',
  exports: {
    default: { call: { ...request, args: { method: '0', url: '1' } } },
    [verbs]: { call: request },
    agent: { call: { roles: ['http-client'], returns: '#Agent' } },
  },
  types: {
    // Thenable: it is sent when it is awaited.
    Request: {
      members: {
        timeout: { call: { roles: ['timeout'], returns: '#Request', args: { timeout: '0' } } },
        retry: { call: { roles: ['retry'], returns: '#Request', args: { retries: '0' } } },
        'set|send|query|type|accept|auth|field|attach|redirects|ok|buffer|parse|responseType|use|agent|withCredentials|pipe': { call: { returns: '#Request' } },
      },
    },
    Agent: { members: { [verbs]: { call: request }, timeout: { call: { roles: ['timeout'], returns: '#Agent', args: { timeout: '0' } } }, 'set|use|auth': { call: { returns: '#Agent' } } } },
  },
});
