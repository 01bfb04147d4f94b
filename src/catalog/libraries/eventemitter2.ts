import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'eventemitter2',
  title: 'EventEmitter2',
  roles: ['event-bus'],
  checked: ['6.4.9'],
  evidence: 'd.ts',
  exports: { 'default|EventEmitter2': { new: { returns: '#Emitter' }, is: '#Emitter' } },
  types: {
    Emitter: {
      members: {
        'emit|emitAsync': { call: { roles: ['publish'], args: { event: '0', payload: '1' } } },
        'on|addListener|prependListener|many': { call: { roles: ['subscribe'], returns: '#Emitter', registers: { kind: 'event', path: '0', handler: 'last', rejections: 'unhandled', request: 0 } } },
        'onAny|prependAny': { call: { roles: ['subscribe'], returns: '#Emitter', registers: { kind: 'event', handler: '0', rejections: 'unhandled' } } },
      },
    },
  },
});
