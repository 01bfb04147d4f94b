import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'sync-request',
  title: 'sync-request',
  checked: ['6.1.0'],
  evidence: 'readme',
  exports: {
    default: { call: { roles: ['blocking', 'http-call'], args: { method: '0', url: '1', options: '2', timeout: '2.timeout' }, blocking: { does: 'waits for the response', advice: 'Await `fetch`.' } } },
  },
});
