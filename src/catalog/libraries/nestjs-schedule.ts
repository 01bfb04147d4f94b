import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@nestjs/schedule',
  title: 'NestJS schedule',
  roles: ['cron'],
  checked: ['12.0.2'],
  evidence: 'd.ts',
  exports: {
    'Cron|Interval': { decorate: { roles: ['cron'], args: { schedule: '0' }, registers: { kind: 'cron', handler: 'method', path: '0' } } },
  },
});
