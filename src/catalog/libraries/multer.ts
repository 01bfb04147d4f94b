import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'multer',
  title: 'Multer',
  roles: ['middleware'],
  checked: ['2.5.0'],
  evidence: 'export listing; readme: called per upload',
  exports: {
    default: {
      call: { roles: ['middleware'], registers: { kind: 'middleware', handler: '0.fileFilter', rejections: 'unhandled', request: 0 } },
      members: {
        diskStorage: { call: { roles: ['middleware'], registers: { kind: 'middleware', handler: '0.destination|0.filename', rejections: 'unhandled', request: 0 } } },
      },
    },
  },
});
