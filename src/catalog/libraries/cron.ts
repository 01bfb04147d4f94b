import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'cron',
  title: 'cron',
  roles: ['cron'],
  checked: ['4.4.0'],
  evidence: 'd.ts',
  exports: {
    CronJob: {
      new: { roles: ['cron'], args: { schedule: '0' }, registers: { kind: 'cron', path: '0', handler: '1' } },
      members: { from: { call: { roles: ['cron'], args: { schedule: '0.cronTime' }, registers: { kind: 'cron', path: '0.cronTime', handler: '0.onTick' } } } },
    },
  },
});
