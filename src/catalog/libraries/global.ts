import { defineLibrary } from '../schema.js';
import { call, fetchArgs } from '../shorthand.js';

export default defineLibrary({
  package: 'global',
  title: 'JavaScript and Node globals',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'documentation; probe of fetch: 300 s to the headers and between parts of the body, none in all',
  exports: {
    fetch: { call: { roles: ['http-call'], async: true, args: fetchArgs, defaults: { timeoutMs: 300_000, retries: 0 } } },
    Atomics: {
      members: {
        wait: { call: { roles: ['blocking'], blocking: { does: 'puts the thread to sleep', advice: 'Use `Atomics.waitAsync` and await its `value`.' } } },
      },
    },
    AbortSignal: { members: { timeout: { call: { roles: ['timeout'], args: { timeout: '0' } } } } },
    console: { members: { 'log|info|warn|error|debug|trace|dir|table': { call: { roles: ['logger'], args: { message: '0' } } } } },
    'Boolean|Number|String|BigInt': { call: { roles: ['pure'] }, members: { 'parseInt|parseFloat|isInteger|isNaN': call('pure') } },
    'parseInt|parseFloat|encodeURIComponent|encodeURI|decodeURIComponent|structuredClone|btoa|atob': call('pure'),
    'URL|URLSearchParams': { new: { roles: ['pure'] } },
    Buffer: { members: { 'from|alloc|concat|byteLength': call('pure') } },
    JSON: { members: { parse: call('pure', 'parse'), stringify: call('pure') } },
    Math: { members: { 'max|min|floor|ceil|round|trunc|abs|pow': call('pure') } },
    Object: { members: { 'keys|values|entries|fromEntries|freeze': call('pure') } },
    Array: { members: { 'from|of|isArray': call('pure') } },
    process: { members: { 'cwd|uptime': call('pure') } },
  },
});
