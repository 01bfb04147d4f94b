import { defineLibrary } from '../schema.js';
import { httpClient } from '../shorthand.js';

export default defineLibrary({
  package: '@openrouter/sdk',
  title: 'OpenRouter SDK',
  roles: ['llm'],
  checked: ['1.3.19'],
  evidence: 'd.ts',
  exports: { OpenRouter: { new: httpClient('#Client', ['llm'], { args: { options: '0' } }) } },
  types: {
    Client: {
      members: {
        chat: { members: { send: { call: { roles: ['agent-call'], async: true, args: { model: '0.model|0.chatRequest.model', messages: '0.messages|0.chatRequest.messages', tools: '0.tools|0.chatRequest.tools', stream: '0.stream|0.chatRequest.stream' } } } } },
        embeddings: { members: { generate: { call: { roles: ['embedding'], async: true } } } },
      },
    },
  },
});
