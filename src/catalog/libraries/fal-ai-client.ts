import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@fal-ai/client',
  title: 'fal',
  roles: ['llm', 'media'],
  checked: ['1.10.1'],
  evidence: 'd.ts',
  exports: { fal: { is: '#Client' }, createFalClient: { call: { returns: '#Client' } } },
  types: { Client: { members: { 'run|subscribe': method('llm', 'media'), stream: method('llm'), queue: { members: { submit: method('llm') } } } } },
});
