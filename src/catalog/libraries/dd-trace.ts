import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'dd-trace',
  title: 'Datadog tracer',
  roles: ['tracing', 'metrics'],
  checked: ['6.21.0'],
  evidence: 'd.ts',
  exports: { 'init|trace|wrap|startSpan|use': call('tracing') },
});
