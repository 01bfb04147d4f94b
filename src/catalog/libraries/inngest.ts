import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'inngest',
  title: 'Inngest',
  roles: ['queue', 'queue-worker', 'event-bus'],
  checked: ['3.54.2', '4.24.0'],
  evidence: 'd.ts',
  exports: { Inngest: { new: { returns: '#Inngest' }, is: '#Inngest' } },
  types: {
    Inngest: {
      members: {
        send: { call: { roles: ['publish'], async: true, args: { event: '0.name', payload: '0.data' } } },
        createFunction: { call: { roles: ['queue-worker'], registers: { kind: 'queue', path: '0.id', handler: 'last', rejections: 'handled', request: 0 } } },
      },
    },
  },
});
