import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@nestjs/event-emitter',
  title: 'NestJS event emitter',
  roles: ['event-bus'],
  checked: ['2.1.1', '3.1.0', '12.0.1'],
  evidence: 'd.ts',
  exports: {
    OnEvent: { decorate: { roles: ['subscribe'], args: { event: '0' }, registers: { kind: 'event', handler: 'method', path: '0', request: 0 } } },
    EventEmitter2: { is: 'eventemitter2#Emitter' },
  },
});
