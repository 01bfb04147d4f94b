import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'superstruct',
  title: 'Superstruct',
  roles: ['validator'],
  checked: ['1.0.4', '2.0.2'],
  evidence: 'export listing; the value comes first',
  exports: { 'assert|create|mask|is|validate': { call: { roles: ['validator'], args: { value: '0', schema: '1' } } } },
});
