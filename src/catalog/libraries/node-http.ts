import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'node:http',
  aliases: ['node:https', 'https', 'node:http2', 'http2'],
  title: 'Node HTTP server',
  checked: ['24.21.0'],
  evidence: 'd.ts; probe: the timeout option only emits an event',
  exports: {
    'createServer|createSecureServer': {
      call: {
        roles: ['route'],
        returns: '#Server',
        registers: { kind: 'http', handler: 'last', rejections: 'unhandled', request: 0, response: 1 },
      },
    },
    'request|get': { call: { roles: ['http-call'], args: { url: '0.href|0', options: '1|0', timeout: '1.timeout|0.timeout', signal: '1.signal|0.signal', method: '1.method|0.method' }, defaults: { timeoutMs: 0, retries: 0 } } },
    'Server|Http2Server': { is: '#Server' },
    'IncomingMessage|Http2ServerRequest': { is: '#Request' },
    'ServerResponse|Http2ServerResponse': { is: '#Response' },
    RequestListener: { is: '#Handler' },
  },
  types: {
    Server: {
      members: {
        'on|addListener': {
          call: {
            roles: ['route'],
            returns: '#Server',
            registers: { kind: 'http', path: '0', handler: '1', except: ['listening', 'close', 'error', 'clientError', 'tlsClientError', 'timeout', 'sessionError'], rejections: 'unhandled', request: 0, response: 1 },
          },
        },
        listen: { call: { roles: ['listen'], args: { host: '0.host|1' }, returns: '#Server' } },
      },
    },
    Request: {},
    Response: { annotate: { roles: ['route'], registers: { kind: 'http', handler: 'parameter', rejections: 'unhandled', request: 0, response: 1 } } },
    Handler: { annotate: { roles: ['route'], registers: { kind: 'http', handler: 'typed', rejections: 'unhandled', request: 0, response: 1 } } },
  },
});
