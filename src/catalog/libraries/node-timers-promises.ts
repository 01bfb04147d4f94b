import { defineLibrary, type Entity } from '../schema.js';

const sleep: Entity = { call: { roles: ['sleep'], async: true, args: { timeout: '0' } } };

export default defineLibrary({
  package: 'node:timers/promises',
  title: 'Node timers',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing',
  exports: { setTimeout: sleep, setInterval: { call: { roles: ['sleep'], args: { timeout: '0' } } }, scheduler: { members: { wait: sleep } } },
});
