import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'croner',
  title: 'Croner',
  roles: ['cron'],
  checked: ['11.0.1'],
  evidence: 'd.ts',
  exports: {
    'default|Cron': {
      new: { roles: ['cron'], args: { schedule: '0' }, registers: { kind: 'cron', path: '0', handler: '1|2' } },
      call: { roles: ['cron'], args: { schedule: '0' }, registers: { kind: 'cron', path: '0', handler: '1|2' } },
    },
  },
});
