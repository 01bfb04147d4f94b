import { defineLibrary, type Action } from '../schema.js';

const client: Action = {
  roles: ['expensive-client', 'websocket'],
  returns: '#Socket',
  args: { url: '0' },
  resource: { cost: 'opens a WebSocket connection', singleton: 'yes', connects: 'construct', close: ['close', 'terminate'] },
};
const server: Action = {
  roles: ['expensive-client', 'websocket'],
  returns: '#Server',
  args: { port: '0.port', server: '0.server' },
  resource: { cost: 'starts a WebSocket server', singleton: 'yes', connects: 'listens', close: ['close'] },
};

export default defineLibrary({
  package: 'ws',
  title: 'ws',
  roles: ['websocket'],
  checked: ['7.5.14', '8.23.0'],
  evidence: 'probe; source',
  exports: {
    default: { new: client, is: '#Socket', members: { Server: { new: server, is: '#Server' } } },
    WebSocket: { new: client, is: '#Socket', members: { Server: { new: server, is: '#Server' } } },
    'WebSocketServer|Server': { new: server, is: '#Server' },
  },
  types: {
    Server: {
      members: {
        'on|addListener': {
          call: {
            roles: ['websocket'],
            returns: '#Server',
            registers: { kind: 'socket', path: '0', handler: '1', except: ['listening', 'close', 'error', 'wsClientError'], rejections: 'unhandled', request: 1 },
            passes: { 1: ['#Socket'] },
          },
        },
      },
    },
    Socket: {
      members: {
        'on|addListener|addEventListener': {
          call: { roles: ['websocket'], registers: { kind: 'socket', path: '0', handler: '1', except: ['open', 'close', 'error', 'upgrade'], rejections: 'unhandled', request: 0 } },
        },
      },
    },
  },
});
