import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const args = { model: '0', prompt: '1.input.prompt', system: '1.input.system_prompt', maxTokens: '1.input.max_tokens|1.input.max_new_tokens', signal: '1.signal' };

export default defineLibrary({
  package: 'replicate',
  title: 'Replicate',
  roles: ['llm'],
  checked: ['1.4.0'],
  evidence: 'd.ts',
  exports: { default: { new: httpClient('#Client', ['llm']) } },
  types: {
    Client: {
      members: {
        run: { call: { roles: ['agent-call'], async: true, args } },
        stream: { call: { roles: ['agent-stream'], args } },
        predictions: { members: { create: method('llm') } },
      },
    },
  },
});
