import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'express-session',
  title: 'express-session',
  roles: ['session'],
  checked: ['1.19.0'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['session', 'middleware'], args: { options: '0', secret: '0.secret' } } }, MemoryStore: { new: { roles: ['session'] } } },
});
