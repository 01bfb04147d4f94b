import { defineLibrary, type Action } from '../schema.js';
import { fetchArgs } from '../shorthand.js';

const defaults = { timeoutMs: 300_000, retries: 0 };
const dispatcher: Action = {
  roles: ['expensive-client', 'http-client'],
  returns: '#Dispatcher',
  args: { url: '0', options: 'last', timeout: 'last.headersTimeout|last.bodyTimeout' },
  resource: { cost: 'opens HTTP connections of its own', singleton: 'yes', connects: 'first-use', close: ['close', 'destroy'] },
};
const timeouts = { timeout: '1.headersTimeout|1.bodyTimeout', signal: '1.signal' };

export default defineLibrary({
  package: 'undici',
  title: 'undici',
  roles: ['http-client'],
  checked: ['5.29.0', '6.29.1', '7.30.2', '8.12.4'],
  evidence: 'probe: 300 s to the headers and between parts of the body; source',
  exports: {
    fetch: { call: { roles: ['http-call'], async: true, args: { ...fetchArgs, dispatcher: '1.dispatcher' }, defaults } },
    'request|stream': { call: { roles: ['http-call'], async: true, args: { url: '0', options: '1', method: '1.method', dispatcher: '1.dispatcher', ...timeouts }, defaults } },
    'Agent|Pool|Client|BalancedPool|ProxyAgent|EnvHttpProxyAgent': { new: dispatcher },
    RetryAgent: { new: { roles: ['http-client', 'resilience', 'retry'], returns: '#Dispatcher', args: { options: '1', retries: '1.maxRetries' } } },
    setGlobalDispatcher: { call: { roles: ['http-client', 'timeout'], args: { dispatcher: '0' } } },
    Dispatcher: { is: '#Dispatcher' },
  },
  types: {
    Dispatcher: {
      members: {
        'request|stream': { call: { roles: ['http-call'], async: true, args: { url: '0.path', options: '0', method: '0.method', timeout: '0.headersTimeout|0.bodyTimeout', signal: '0.signal' }, defaults } },
        compose: { call: { returns: '#Dispatcher' } },
      },
    },
  },
});
