import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@nestjs/cqrs',
  title: 'NestJS CQRS',
  roles: ['cqrs'],
  checked: ['10.2.8', '11.0.3', '12.0.0'],
  evidence: 'd.ts and export listing',
  exports: {
    CommandHandler: { decorate: { roles: ['cqrs'], args: { type: '0' }, registers: { kind: 'command', handler: 'class.execute', rejections: 'handled', request: 0 } } },
    QueryHandler: { decorate: { roles: ['cqrs'], args: { type: '0' }, registers: { kind: 'query', handler: 'class.execute', rejections: 'handled', request: 0 } } },
    EventsHandler: { decorate: { roles: ['cqrs', 'subscribe'], args: { type: '0' }, registers: { kind: 'event', handler: 'class.handle', request: 0 } } },
    'ICommandHandler|IQueryHandler|IEventHandler': { is: '#Handler' },
    EventBus: { is: '#EventBus' },
    CommandBus: { is: '#CommandBus' },
    QueryBus: { is: '#QueryBus' },
  },
  types: {
    Handler: {},
    EventBus: { members: { 'publish|publishAll': { call: { roles: ['publish'], args: { event: '0' } } } } },
    CommandBus: { members: { execute: { call: { roles: ['cqrs'], async: true, args: { event: '0' } } } } },
    QueryBus: { members: { execute: { call: { roles: ['cqrs'], async: true, args: { event: '0' } } } } },
  },
});
