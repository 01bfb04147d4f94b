import { defineLibrary, type Action, type Entity } from '../schema.js';

const settings = { tools: '0.tools', stream: '0.stream', maxTokens: '0.options.num_predict', temperature: '0.options.temperature', truncation: '0.options.num_ctx' };
const answer = (args: Record<string, string>): Action => ({ roles: ['agent-call'], async: true, args: { model: '0.model', ...args, ...settings }, agent: { outputLimit: 'optional' }, defaults: { timeoutMs: 300_000, retries: 0 } });
const members: Record<string, Entity> = {
  chat: { call: answer({ messages: '0.messages' }) },
  generate: { call: answer({ prompt: '0.prompt', system: '0.system', session: '0.context' }) },
  'embed|embeddings': { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.input|0.prompt' } } },
};

export default defineLibrary({
  package: 'ollama',
  aliases: ['ollama/browser'],
  title: 'Ollama',
  roles: ['llm'],
  checked: ['0.6.4'],
  evidence: 'probe: over global fetch, without a timeout option; d.ts',
  exports: { default: { is: '#Client' }, Ollama: { new: { roles: ['llm'], returns: '#Client', args: { url: '0.host' } } } },
  types: { Client: { members } },
});
