import { defineLibrary, type Action } from '../schema.js';

const connect: Action = {
  roles: ['expensive-client', 'queue'],
  returns: '#Client',
  args: { url: '0' },
  resource: { cost: 'opens a connection to the broker', singleton: 'yes', connects: 'construct', close: ['end', 'endAsync'] },
};

export default defineLibrary({
  package: 'mqtt',
  title: 'MQTT.js',
  roles: ['queue'],
  checked: ['5.16.0'],
  evidence: 'd.ts',
  exports: {
    default: { members: { connect: { call: connect } } },
    connect: { call: connect },
    connectAsync: { call: { ...connect, async: true } },
    MqttClient: { is: '#Client' },
  },
  types: {
    Client: {
      members: {
        publish: { call: { roles: ['publish'], returns: '#Client', args: { event: '0', payload: '1' } } },
        publishAsync: { call: { roles: ['publish'], async: true, args: { event: '0', payload: '1' } } },
        'subscribe|subscribeAsync': { call: { roles: ['subscribe'], args: { event: '0' } } },
        on: { call: { roles: ['subscribe'], returns: '#Client', registers: { kind: 'topic', path: '0', handler: '1', except: ['connect', 'reconnect', 'close', 'disconnect', 'offline', 'error', 'end', 'outgoingEmpty'], rejections: 'unhandled', request: 1 } } },
      },
    },
  },
});
