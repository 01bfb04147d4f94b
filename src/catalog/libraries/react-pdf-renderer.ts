import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@react-pdf/renderer',
  title: 'react-pdf',
  roles: ['document'],
  checked: ['4.9.0'],
  evidence: 'd.ts',
  exports: { 'renderToFile|renderToStream|renderToBuffer|renderToString': method('document'), pdf: { call: { roles: ['document'] } } },
});
