import { defineLibrary, type Action } from '../schema.js';
import { call } from '../shorthand.js';

const metric: Action = { roles: ['metrics'], args: { name: '0.name', help: '0.help', labels: '0.labelNames' } };

export default defineLibrary({
  package: 'prom-client',
  title: 'prom-client',
  roles: ['metrics'],
  checked: ['14.2.0', '15.1.3'],
  evidence: 'probe: a second metric of the same name throws; d.ts',
  exports: {
    Counter: { new: { ...metric, returns: '#Counter' } },
    Gauge: { new: { ...metric, returns: '#Gauge' } },
    'Histogram|Summary': { new: { ...metric, returns: '#Histogram' } },
    Registry: { new: { roles: ['metrics'], returns: '#Registry' } },
    register: { is: '#Registry' },
    collectDefaultMetrics: call('metrics'),
    Pushgateway: { new: { roles: ['metrics'] } },
  },
  types: {
    Counter: { members: { inc: call('metrics'), 'labels': { call: { returns: '#Counter' } } } },
    Gauge: { members: { 'set|inc|dec|setToCurrentTime|startTimer': call('metrics'), labels: { call: { returns: '#Gauge' } } } },
    Histogram: { members: { 'observe|startTimer': call('metrics'), labels: { call: { returns: '#Histogram' } } } },
    Registry: { members: { metrics: { call: { roles: ['metrics'], async: true } }, 'clear|resetMetrics|setDefaultLabels|registerMetric': call('metrics') } },
  },
});
