import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'tsoa',
  aliases: ['@tsoa/runtime'],
  title: 'tsoa',
  roles: ['web-framework'],
  checked: ['6.6.0'],
  evidence: 'd.ts',
  exports: {
    Route: { decorate: { args: { path: '0' } } },
    'Get|Post|Put|Patch|Delete|Head|Options': { decorate: { roles: ['route'], registers: { kind: 'http', handler: 'method', path: '0', rejections: 'handled' } } },
  },
});
