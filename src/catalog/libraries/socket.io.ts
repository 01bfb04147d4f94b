import { defineLibrary, type Action } from '../schema.js';

const server: Action = {
  roles: ['expensive-client', 'websocket'],
  returns: '#Server',
  resource: { cost: 'attaches a Socket.IO server', singleton: 'yes', connects: 'listens', close: ['close'] },
};

export default defineLibrary({
  package: 'socket.io',
  title: 'Socket.IO',
  roles: ['websocket'],
  checked: ['2.5.1', '4.8.4'],
  evidence: 'd.ts',
  exports: {
    default: { call: server, new: server, is: '#Server' },
    Server: { new: server, is: '#Server' },
    Socket: { is: '#Socket' },
    Namespace: { is: '#Server' },
  },
  types: {
    Server: {
      members: {
        on: {
          call: {
            roles: ['websocket'],
            returns: '#Server',
            registers: { kind: 'socket', path: '0', handler: '1', rejections: 'unhandled', request: 0 },
            passes: { 1: ['#Socket'] },
          },
        },
        use: { call: { roles: ['middleware'], returns: '#Server', registers: { kind: 'middleware', handler: '0', rejections: 'unhandled', request: 0 }, passes: { 0: ['#Socket'] } } },
        'of|to|in|except': { call: { returns: '#Server' } },
        sockets: { is: '#Server' },
        'emit|send': { call: { roles: ['publish'], args: { event: '0', payload: '1' } } },
      },
    },
    Socket: {
      members: {
        on: { call: { roles: ['websocket'], returns: '#Socket', registers: { kind: 'socket', path: '0', handler: '1', rejections: 'unhandled', request: 0 } } },
        'onAny|use': { call: { roles: ['websocket'], returns: '#Socket', registers: { kind: 'socket', handler: '0', rejections: 'unhandled' } } },
        broadcast: { is: '#Socket' },
        'to|in|except': { call: { returns: '#Socket' } },
        emit: { call: { roles: ['publish'], args: { event: '0', payload: '1' } } },
      },
    },
  },
});
