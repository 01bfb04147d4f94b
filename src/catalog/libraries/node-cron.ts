import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'node-cron',
  title: 'node-cron',
  roles: ['cron'],
  checked: ['4.6.0'],
  evidence: 'd.ts',
  exports: {
    'schedule|createTask': { call: { roles: ['cron'], args: { schedule: '0' }, registers: { kind: 'cron', path: '0', handler: '1' } } },
  },
});
