import { defineLibrary, type Action } from '../schema.js';
import { method } from '../shorthand.js';

// A sandbox is made for one run of code on purpose: its construction is no resource.
const create: Action = { roles: ['llm'], returns: '#Sandbox', async: true, args: { options: 'last' } };

export default defineLibrary({
  package: '@e2b/code-interpreter',
  aliases: ['e2b'],
  title: 'E2B',
  roles: ['llm'],
  checked: ['2.8.0'],
  evidence: 'd.ts',
  exports: { 'Sandbox': { is: '#Sandbox', members: { 'create|connect': { call: create } } } },
  types: { Sandbox: { members: { 'runCode|kill': method('rpc-call'), commands: { members: { run: method('rpc-call') } } } } },
});
