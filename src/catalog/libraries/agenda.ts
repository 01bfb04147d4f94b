import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'agenda',
  aliases: ['@hokify/agenda'],
  title: 'Agenda',
  roles: ['queue', 'queue-worker', 'cron'],
  checked: ['4.4.0', '5.0.0', '6.2.6'],
  evidence: 'probe of 5; d.ts of 6',
  exports: {
    'default|Agenda': {
      new: {
        roles: ['expensive-client', 'queue', 'queue-worker'],
        returns: '#Agenda',
        resource: { cost: 'opens a database connection', singleton: 'yes', connects: 'construct', close: ['stop', 'close'] },
      },
      is: '#Agenda',
    },
    Job: {},
  },
  types: {
    Agenda: {
      members: {
        // Up to version 5 the function is the last argument, from 6 on the second.
        define: { call: { roles: ['queue-worker'], registers: { kind: 'queue', path: '0', handler: '1|2', rejections: 'handled', request: 0 } } },
        now: { call: { roles: ['publish'], async: true, args: { event: '0', payload: '1' } } },
        'schedule|every': { call: { roles: ['publish'], async: true, args: { event: '1', payload: '2' } } },
        create: { call: { args: { event: '0', payload: '1' } } },
        start: { call: { async: true } },
      },
    },
  },
});
