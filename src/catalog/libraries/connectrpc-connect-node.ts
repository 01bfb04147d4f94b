import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@connectrpc/connect-node',
  title: 'Connect for Node',
  roles: ['rpc-client'],
  checked: ['2.2.0'],
  evidence: 'd.ts: HTTP/2 sessions live in the transport',
  exports: {
    'createConnectTransport|createGrpcTransport|createGrpcWebTransport': {
      call: {
        roles: ['expensive-client', 'rpc-client'],
        returns: '#Transport',
        args: { options: '0', url: '0.baseUrl', timeout: '0.defaultTimeoutMs' },
        resource: { cost: 'opens HTTP/2 connections of its own', singleton: 'yes', connects: 'first-use' },
      },
    },
  },
  types: { Transport: {} },
});
