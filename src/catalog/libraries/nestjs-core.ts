import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@nestjs/core',
  title: 'NestJS',
  needsNode: true,
  roles: ['web-framework'],
  checked: ['10.4.22', '11.2.10'],
  evidence: 'd.ts; `resolve` and `create` make a new instance each time, so they are more than a lookup',
  exports: { ModuleRef: { is: '#ModuleRef' }, 'NestFactory|Reflector': {} },
  types: { ModuleRef: { members: { get: { call: { roles: ['di-container'], args: { token: '0' } } } } } },
});
