import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'celebrate',
  title: 'celebrate',
  roles: ['validator'],
  checked: ['15.0.3', '16.0.0'],
  evidence: 'd.ts',
  exports: { celebrate: { call: { roles: ['validation-attach', 'middleware'], args: { schema: '0' } } }, 'Segments|errors': {} },
});
