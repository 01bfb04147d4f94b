import { defineLibrary } from '../schema.js';
import { formerFetchArgs } from '../shorthand.js';

export default defineLibrary({
  package: 'cross-fetch',
  aliases: ['isomorphic-fetch', 'isomorphic-unfetch'],
  title: 'cross-fetch',
  roles: ['http-client'],
  checked: ['4.1.0'],
  evidence: 'source: node-fetch 2 in Node',
  exports: { 'default|fetch': { call: { roles: ['http-call'], async: true, args: formerFetchArgs, defaults: { timeoutMs: 0, retries: 0 } } } },
});
