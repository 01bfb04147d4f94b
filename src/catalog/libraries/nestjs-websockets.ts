import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@nestjs/websockets',
  title: 'NestJS websockets',
  roles: ['websocket'],
  checked: ['12.1.1'],
  evidence: 'd.ts',
  exports: {
    SubscribeMessage: { decorate: { roles: ['websocket'], args: { event: '0' }, registers: { kind: 'socket', handler: 'method', path: '0', rejections: 'handled', request: 1 } } },
    WebSocketGateway: { decorate: { roles: ['websocket'], registers: { kind: 'socket', handler: 'class.handleConnection|handleDisconnect' } } },
  },
});
