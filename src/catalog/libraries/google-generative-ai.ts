import { defineLibrary, type Action } from '../schema.js';

/** What a model, a chat and a single request state alike; the request may also be a text or a list of parts. */
const settings = {
  system: '0.systemInstruction', tools: '0.tools', maxTokens: '0.generationConfig.maxOutputTokens', temperature: '0.generationConfig.temperature', cache: '0.cachedContent',
};
const args = { prompt: '0.contents|0', messages: '0.contents', ...settings, timeout: '1.timeout', signal: '1.signal' };
const message: Action = { roles: ['agent-call'], async: true, stateful: true, args: { prompt: '0', timeout: '1.timeout', signal: '1.signal' } };
const model: Action = { roles: ['llm'], returns: '#Model', args: { model: '0.model', ...settings, timeout: '1.timeout' }, agent: { outputLimit: 'optional' } };

export default defineLibrary({
  package: '@google/generative-ai',
  title: 'Google Generative AI SDK',
  roles: ['llm'],
  checked: ['0.24.1'],
  evidence: 'probe: HTTP, no timeout and no retries; d.ts; superseded by @google/genai',
  exports: { GoogleGenerativeAI: { new: { roles: ['llm'], returns: '#Client', defaults: { timeoutMs: 0, retries: 0 } } }, GenerativeModel: { is: '#Model' }, ChatSession: { is: '#Chat' } },
  types: {
    Client: {
      members: {
        getGenerativeModel: { call: model },
        getGenerativeModelFromCachedContent: {
          call: { ...model, args: { cache: '0', model: '1.model|0.model', system: '1.systemInstruction|0.systemInstruction', tools: '1.tools|0.tools', maxTokens: '1.generationConfig.maxOutputTokens', timeout: '2.timeout' } },
        },
      },
    },
    Model: {
      members: {
        generateContent: { call: { roles: ['agent-call'], async: true, args } },
        generateContentStream: { call: { roles: ['agent-stream'], async: true, args } },
        embedContent: { call: { roles: ['embedding'], async: true, args: { input: '0' } } },
        batchEmbedContents: { call: { roles: ['embedding'], async: true, args: { input: '0' }, task: { does: 'embeds a batch of texts' } } },
        countTokens: { call: { roles: ['llm'], async: true } },
        startChat: { call: { roles: ['llm'], returns: '#Chat', args: { messages: '0.history', ...settings } } },
      },
    },
    Chat: { members: { sendMessage: { call: message }, sendMessageStream: { call: { ...message, roles: ['agent-stream'] } } } },
  },
});
