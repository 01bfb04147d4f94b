import { defineLibrary, type Action } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const args = { model: '0.model', messages: '0.messages|0.chatHistory', prompt: '0.message|0.prompt', system: '0.preamble', tools: '0.tools', maxTokens: '0.maxTokens', session: '0.conversationId', timeout: '1.timeoutInSeconds', retries: '1.maxRetries', signal: '1.abortSignal' };
const construct: Action = httpClient('#Client', ['llm'], { args: { options: '0', timeout: '0.timeoutInSeconds' }, defaults: { timeoutMs: 300_000, retries: 2 } });

export default defineLibrary({
  package: 'cohere-ai',
  title: 'Cohere SDK',
  roles: ['llm'],
  checked: ['7.21.0', '8.1.0'],
  evidence: 'probe: HTTP, 5 minutes, 2 retries; d.ts',
  exports: { 'CohereClient|CohereClientV2': { new: construct } },
  types: {
    Client: {
      members: {
        'chat|generate|summarize': { call: { roles: ['agent-call'], async: true, args } },
        'chatStream|generateStream': { call: { roles: ['agent-stream'], async: true, args } },
        embed: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.texts|0.inputs' } } },
        'rerank|classify|tokenize': method('llm'),
        v2: { is: '#Client' },
      },
    },
  },
});
