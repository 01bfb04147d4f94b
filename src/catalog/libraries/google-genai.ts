import { defineLibrary, type Action } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const args = {
  model: '0.model', prompt: '0.contents', system: '0.config.systemInstruction', tools: '0.config.tools', maxTokens: '0.config.maxOutputTokens', temperature: '0.config.temperature',
  signal: '0.config.abortSignal', timeout: '0.config.httpOptions.timeout',
};
const message: Action = { roles: ['agent-call'], async: true, stateful: true, args: { prompt: '0.message', tools: '0.config.tools', maxTokens: '0.config.maxOutputTokens', signal: '0.config.abortSignal' } };
const construct: Action = httpClient('#Client', ['llm'], { args: { options: '0', timeout: '0.httpOptions.timeout', retries: '0.httpOptions.retryOptions' }, defaults: { timeoutMs: 0, retries: 0 } });

export default defineLibrary({
  package: '@google/genai',
  title: 'Google Gen AI SDK',
  roles: ['llm'],
  checked: ['1.52.0', '2.32.0', '3.1.0'],
  evidence: 'probe: HTTP, no timeout and no retries; d.ts',
  exports: { GoogleGenAI: { new: construct }, Chat: { is: '#Chat' } },
  types: {
    Client: {
      members: {
        models: {
          members: {
            generateContent: { call: { roles: ['agent-call'], async: true, args } },
            generateContentStream: { call: { roles: ['agent-stream'], async: true, args } },
            embedContent: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.contents' } } },
            'generateImages|generateVideos|editImage|countTokens': method('llm'),
          },
        },
        chats: { members: { create: { call: { roles: ['llm'], returns: '#Chat', args: { model: '0.model', system: '0.config.systemInstruction', tools: '0.config.tools' } } } } },
      },
    },
    Chat: { members: { sendMessage: { call: message }, sendMessageStream: { call: { ...message, roles: ['agent-stream'] } } } },
  },
});
