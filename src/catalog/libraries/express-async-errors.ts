import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'express-async-errors',
  title: 'express-async-errors',
  checked: ['3.1.1'],
  evidence: 'source: wraps the handlers of every layer of Express 4',
  exports: {},
  patches: ['express'],
});
