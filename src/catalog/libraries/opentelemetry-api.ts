import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: '@opentelemetry/api',
  title: 'OpenTelemetry API',
  roles: ['tracing', 'metrics'],
  checked: ['1.10.0'],
  evidence: 'export listing; d.ts',
  exports: {
    trace: { members: { getTracer: { call: { roles: ['tracing'], returns: '#Tracer', args: { name: '0' } } }, 'getActiveSpan|getSpan': { call: { returns: '#Span' } } } },
    metrics: { members: { getMeter: { call: { roles: ['metrics'], returns: '#Meter', args: { name: '0' } } } } },
    context: { members: { 'with|active|bind': call('tracing') } },
    propagation: { members: { 'inject|extract': call('tracing') } },
    Tracer: { is: '#Tracer' },
    Span: { is: '#Span' },
    Meter: { is: '#Meter' },
  },
  types: {
    Tracer: { members: { startActiveSpan: { call: { roles: ['tracing'], args: { name: '0', handler: 'last' }, passes: { last: ['#Span'] } } }, startSpan: { call: { roles: ['tracing'], returns: '#Span', args: { name: '0' } } } } },
    Span: { members: { 'end|setAttribute|setAttributes|addEvent|recordException|setStatus': call('tracing') } },
    Meter: { members: { 'createCounter|createHistogram|createUpDownCounter|createGauge|createObservableGauge|createObservableCounter': { call: { roles: ['metrics'], returns: '#Instrument', args: { name: '0' } } } } },
    Instrument: { members: { 'add|record': call('metrics') } },
  },
});
