import { defineLibrary } from '../schema.js';
import { formerFetchArgs } from '../shorthand.js';

export default defineLibrary({
  package: 'sync-fetch',
  title: 'sync-fetch',
  checked: ['0.7.1'],
  evidence: 'readme',
  exports: {
    default: { call: { roles: ['blocking', 'http-call'], args: formerFetchArgs, blocking: { does: 'waits for the response', advice: 'Await `fetch`.' } } },
  },
});
