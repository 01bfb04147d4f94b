import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'nestjs-cls',
  title: 'nestjs-cls',
  roles: ['tracing'],
  checked: ['7.0.0'],
  evidence: 'd.ts',
  exports: { ClsService: { is: '#Cls' } },
  types: { Cls: { members: { 'get|getId|set|run': call('tracing') } } },
});
