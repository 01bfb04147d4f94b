import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@nestjs/microservices',
  title: 'NestJS microservices',
  roles: ['queue'],
  checked: ['10.4.22', '11.2.6', '12.1.1'],
  evidence: 'd.ts',
  exports: {
    EventPattern: { decorate: { roles: ['subscribe'], args: { event: '0' }, registers: { kind: 'topic', handler: 'method', path: '0', rejections: 'handled', request: 0 } } },
    'MessagePattern|GrpcMethod|GrpcStreamMethod': { decorate: { roles: ['subscribe'], args: { event: '0' }, registers: { kind: 'rpc', handler: 'method', path: '0', rejections: 'handled', request: 0 } } },
    'ClientProxy|ClientKafka|ClientKafkaProxy|ClientRMQ|ClientNats|ClientRedis|ClientTCP|ClientMqtt': { is: '#Client' },
    ClientProxyFactory: {
      members: {
        create: {
          call: {
            roles: ['expensive-client'],
            returns: '#Client',
            resource: { cost: 'opens a connection to the broker', singleton: 'yes', connects: 'first-use', connectCall: 'connect', close: ['close'] },
          },
        },
      },
    },
  },
  types: {
    Client: {
      members: {
        emit: { call: { roles: ['publish'], args: { event: '0', payload: '1' } } },
        send: { call: { roles: ['rpc-call'], args: { event: '0', payload: '1' } } },
        connect: { call: { async: true } },
      },
    },
  },
});
