import { defineLibrary } from '../schema.js';
import { formerFetchArgs } from '../shorthand.js';

export default defineLibrary({
  package: 'node-fetch',
  title: 'node-fetch',
  roles: ['http-client'],
  checked: ['2.7.0', '3.3.2'],
  evidence: 'probe: no timeout; source: the timeout option exists in version 2 only, also in the types of that version',
  exports: { default: { call: { roles: ['http-call'], async: true, args: formerFetchArgs, formerTimeout: '<3', defaults: { timeoutMs: 0, retries: 0 } } }, 'Headers|Request|Response|FetchError|AbortError': {} },
});
