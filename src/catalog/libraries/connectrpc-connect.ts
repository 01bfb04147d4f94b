import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@connectrpc/connect',
  title: 'Connect',
  roles: ['rpc-client'],
  checked: ['2.2.0'],
  evidence: 'd.ts: the transport holds the connections; a client is a cheap wrapper',
  exports: { 'createClient|createCallbackClient': { call: { roles: ['rpc-client'], returns: '#Client' } }, createPromiseClient: { call: { roles: ['rpc-client'], returns: '#Client', versions: '<2' } } },
  types: { Client: { members: { '*': { call: { roles: ['rpc-call'], async: true, args: { request: '0', timeout: '1.timeoutMs', signal: '1.signal' } } } } } },
});
