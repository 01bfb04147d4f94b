import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'node:events',
  title: 'EventEmitter',
  roles: ['event-bus'],
  checked: ['24.21.0'],
  evidence: 'probe: listeners run at once, their rejections are unhandled',
  exports: { 'default|EventEmitter': { new: { returns: '#Emitter' }, is: '#Emitter' } },
  types: {
    Emitter: {
      members: {
        emit: { call: { roles: ['publish'], args: { event: '0', payload: '1' } } },
        'on|addListener|prependListener': {
          call: {
            roles: ['subscribe'],
            returns: '#Emitter',
            registers: {
              kind: 'event',
              path: '0',
              handler: '1',
              except: ['ready', 'start', 'started', 'stop', 'stopped', 'close', 'closed', 'end', 'error', 'exit', 'open', 'connect', 'connected', 'disconnect', 'listening', 'shutdown', 'init'],
              rejections: 'unhandled',
              request: 0,
            },
          },
        },
      },
    },
  },
});
