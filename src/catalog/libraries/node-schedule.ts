import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'node-schedule',
  title: 'node-schedule',
  roles: ['cron'],
  checked: ['2.1.1'],
  evidence: 'd.ts',
  exports: {
    scheduleJob: { call: { roles: ['cron'], args: { schedule: '0' }, registers: { kind: 'cron', path: '0', handler: 'last' } } },
  },
});
