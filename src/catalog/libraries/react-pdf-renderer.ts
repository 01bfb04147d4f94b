import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@react-pdf/renderer',
  title: 'react-pdf',
  roles: ['document'],
  evidence: 'd.ts',
  exports: { 'renderToFile|renderToStream|renderToBuffer|renderToString': method('document'), pdf: { call: { roles: ['document'] } } },
});
