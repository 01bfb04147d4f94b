import { defineLibrary, type Action } from '../schema.js';
import { call } from '../shorthand.js';

const construct: Action = {
  roles: ['expensive-client', 'metrics'],
  returns: '#Client',
  resource: { cost: 'opens a UDP socket', singleton: 'yes', connects: 'construct', close: ['close'] },
};

export default defineLibrary({
  package: 'hot-shots',
  aliases: ['node-statsd'],
  title: 'hot-shots',
  roles: ['metrics'],
  checked: ['17.1.1'],
  evidence: 'd.ts; source',
  exports: { default: { new: construct }, StatsD: { new: construct } },
  types: { Client: { members: { 'increment|decrement|gauge|histogram|distribution|timing|set|event': call('metrics') } } },
});
