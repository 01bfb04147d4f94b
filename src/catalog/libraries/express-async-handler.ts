import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'express-async-handler',
  aliases: ['express-async-wrap'],
  title: 'express-async-handler',
  checked: ['1.2.0'],
  evidence: 'source: passes a rejection to next',
  exports: {
    default: { call: { roles: ['middleware'], registers: { kind: 'http', handler: '0', rejections: 'handled', request: 0, response: 1 } } },
  },
});
