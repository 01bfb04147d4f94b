import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'memory-cache',
  title: 'memory-cache',
  roles: ['cache'],
  checked: ['0.2.0'],
  evidence: 'd.ts: in this process, synchronous, milliseconds',
  exports: {
    'get|keys|size': call('cache', 'read'),
    put: { call: { roles: ['cache', 'write'], args: { key: '0', value: '1', ttl: '2' } } },
    'del|clear': call('cache', 'write'),
  },
});
