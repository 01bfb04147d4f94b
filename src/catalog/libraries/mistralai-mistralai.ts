import { defineLibrary, type Action, type Entity } from '../schema.js';
import { httpClient } from '../shorthand.js';

const args = { model: '0.model', agent: '0.agentId', messages: '0.messages', prompt: '0.prompt', tools: '0.tools', maxTokens: '0.maxTokens', temperature: '0.temperature', timeout: '1.timeoutMs', retries: '1.retries' };
const asks: Entity = { members: { 'complete|parse': { call: { roles: ['agent-call'], async: true, args } }, stream: { call: { roles: ['agent-stream'], async: true, args } } } };
const old: Action = { roles: ['agent-call'], async: true, args: { model: '0.model', messages: '0.messages', maxTokens: '0.maxTokens' }, defaults: { timeoutMs: 120_000, retries: 5 }, versions: '<1' };

export default defineLibrary({
  package: '@mistralai/mistralai',
  title: 'Mistral SDK',
  roles: ['llm'],
  checked: ['0.5.0', '1.15.1', '2.7.0'],
  evidence: 'probe: HTTP, no retries; 5 minutes from version 2, none in 1; d.ts',
  exports: {
    Mistral: { new: httpClient('#Client', ['llm'], { args: { options: '0', timeout: '0.timeoutMs', retries: '0.retryConfig' }, defaults: { retries: 0 } }) },
    default: { new: { ...httpClient('#OldClient', ['llm']), versions: '<1' } },
  },
  types: {
    Client: {
      members: {
        'chat|agents|fim': asks,
        embeddings: { members: { create: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.inputs' } } } } },
        ocr: { members: { process: { call: { roles: ['llm'], async: true } } } },
      },
    },
    OldClient: { members: { chat: { call: old }, chatStream: { call: { ...old, roles: ['agent-stream'], async: false } }, embeddings: { call: { roles: ['embedding'], async: true, versions: '<1' } } } },
  },
});
