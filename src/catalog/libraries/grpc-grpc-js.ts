import { defineLibrary, type Action } from '../schema.js';

const client: Action = {
  roles: ['expensive-client', 'rpc-client'],
  returns: '#Client',
  args: { url: '0', credentials: '1', options: '2' },
  defaults: { timeoutMs: 0, retries: 0 },
  resource: { cost: 'opens an HTTP/2 connection', singleton: 'yes', connects: 'first-use', close: ['close'] },
};

export default defineLibrary({
  package: '@grpc/grpc-js',
  title: 'gRPC',
  roles: ['rpc-client'],
  checked: ['1.14.7'],
  evidence: 'probe: the first call connects; no deadline unless one is given; d.ts',
  exports: {
    Client: { new: client },
    Server: { new: { returns: '#Server' }, is: '#Server' },
    'makeGenericClientConstructor|makeClientConstructor': { call: { returns: '#Constructor' } },
    // Services of a loaded .proto: `proto.shop.Orders` is a client class, at whatever depth.
    loadPackageDefinition: { call: { returns: '#Package' } },
    credentials: { members: { 'createInsecure|createSsl|createFromGoogleCredential|combineChannelCredentials': { call: { roles: ['pure'] } } } },
    Metadata: { new: { roles: ['pure'] } },
  },
  types: {
    Server: { members: { addService: { call: { roles: ['route'], registers: { kind: 'rpc', handler: '1.*', rejections: 'unhandled', request: 0 } } } } },
    Constructor: { new: client },
    Package: { new: client, members: { '*': { is: '#Package', new: client } } },
    Client: { members: { 'waitForReady|close|getChannel': { call: {} }, '*': { call: { roles: ['rpc-call'], args: { request: '0' } } } } },
  },
});
