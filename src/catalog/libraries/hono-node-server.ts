import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@hono/node-server',
  title: 'Hono Node server',
  needsNode: true,
  checked: ['2.1.8'],
  evidence: 'export listing',
  exports: { serve: { call: { roles: ['listen'], args: { fetch: '0.fetch', port: '0.port', host: '0.hostname' } } } },
});
