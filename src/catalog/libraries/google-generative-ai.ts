import { defineLibrary, type Action } from '../schema.js';

const args = { prompt: '0', system: '0.systemInstruction', tools: '0.tools', maxTokens: '0.generationConfig.maxOutputTokens', timeout: '1.timeout', signal: '1.signal' };
const message: Action = { roles: ['agent-call'], async: true, stateful: true, args: { prompt: '0', signal: '1.signal' } };

export default defineLibrary({
  package: '@google/generative-ai',
  title: 'Google Generative AI SDK',
  roles: ['llm'],
  checked: ['0.24.1'],
  evidence: 'probe: HTTP, no timeout and no retries; d.ts; superseded by @google/genai',
  exports: { GoogleGenerativeAI: { new: { roles: ['llm'], returns: '#Client', defaults: { timeoutMs: 0, retries: 0 } } }, GenerativeModel: { is: '#Model' }, ChatSession: { is: '#Chat' } },
  types: {
    Client: { members: { getGenerativeModel: { call: { roles: ['llm'], returns: '#Model', args: { model: '0.model', system: '0.systemInstruction', tools: '0.tools', maxTokens: '0.generationConfig.maxOutputTokens', timeout: '1.timeout' } } } } },
    Model: {
      members: {
        generateContent: { call: { roles: ['agent-call'], async: true, args } },
        generateContentStream: { call: { roles: ['agent-stream'], async: true, args } },
        embedContent: { call: { roles: ['embedding'], async: true, args: { input: '0' } } },
        batchEmbedContents: { call: { roles: ['embedding'], async: true, args: { input: '0' }, task: { does: 'embeds a batch of texts' } } },
        countTokens: { call: { roles: ['llm'], async: true } },
        startChat: { call: { roles: ['llm'], returns: '#Chat' } },
      },
    },
    Chat: { members: { sendMessage: { call: message }, sendMessageStream: { call: { ...message, roles: ['agent-stream'] } } } },
  },
});
