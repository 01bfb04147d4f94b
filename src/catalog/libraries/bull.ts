import { defineLibrary, type Action } from '../schema.js';
import { jobRetry } from '../shorthand.js';

const construct: Action = {
  roles: ['expensive-client', 'queue', 'queue-worker'],
  returns: '#Queue',
  args: { queue: '0' },
  retry: { ...jobRetry, options: 'last.defaultJobOptions' },
  resource: { cost: 'opens up to three Redis connections', singleton: 'yes', connects: 'construct', close: ['close'] },
};

export default defineLibrary({
  package: 'bull',
  title: 'Bull',
  roles: ['queue', 'queue-worker'],
  checked: ['4.16.5'],
  evidence: 'probe: sockets open at construction; d.ts',
  exports: { default: { new: construct, call: construct, is: '#Queue' }, Queue: { is: '#Queue' }, Job: {} },
  types: {
    Queue: {
      members: {
        add: { call: { roles: ['publish'], async: true, args: { event: '0', payload: '1' }, retry: { ...jobRetry, options: 'last', inherits: true } } },
        addBulk: { call: { roles: ['publish'], async: true, args: { event: '0', payload: '1' } } },
        process: { call: { roles: ['queue-worker'], registers: { kind: 'queue', path: '0', handler: 'last', rejections: 'handled', request: 0 } } },
        'on|addListener': { call: { roles: ['subscribe'], returns: '#Queue', registers: { kind: 'event', path: '0', handler: '1', except: ['error', 'paused', 'resumed'], rejections: 'unhandled' } } },
        Queue: { is: '#Queue' },
      },
    },
  },
});
