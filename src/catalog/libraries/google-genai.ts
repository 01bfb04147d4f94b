import { defineLibrary, type Action } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

/** Where the configuration of a request, of a chat or of one of its messages says what. */
const config = {
  system: '0.config.systemInstruction', tools: '0.config.tools', maxTokens: '0.config.maxOutputTokens', temperature: '0.config.temperature', cache: '0.config.cachedContent',
  maxTurns: '0.config.automaticFunctionCalling.maximumRemoteCalls', signal: '0.config.abortSignal', timeout: '0.config.httpOptions.timeout', retries: '0.config.httpOptions.retryOptions',
};
/** With tools that are functions the package calls them and asks again, ten times unless told. */
const agent = { steps: 10, outputLimit: 'optional' } as const;
const args = { model: '0.model', prompt: '0.contents', messages: '0.contents', ...config };
const message: Action = { roles: ['agent-call'], async: true, stateful: true, args: { prompt: '0.message', ...config }, agent: { steps: 10 } };
const construct: Action = httpClient('#Client', ['llm'], { args: { options: '0', timeout: '0.httpOptions.timeout', retries: '0.httpOptions.retryOptions' }, defaults: { timeoutMs: 0, retries: 0 } });
/** The vendor keeps the history. */
const interaction: Action = {
  roles: ['agent-call'],
  async: true,
  args: {
    model: '0.model', agent: '0.agent', prompt: '0.input', messages: '0.input', system: '0.system_instruction', tools: '0.tools', stream: '0.stream',
    maxTokens: '0.generation_config.max_output_tokens', temperature: '0.generation_config.temperature', session: '0.previous_interaction_id', timeout: '1.timeout', signal: '1.signal',
  },
  agent: { outputLimit: 'optional' },
};

export default defineLibrary({
  package: '@google/genai',
  title: 'Google Gen AI SDK',
  roles: ['llm'],
  checked: ['1.52.0', '2.32.0', '3.1.0'],
  evidence: 'probe: HTTP, no timeout and no retries; d.ts of 1 to 3; source: 10 calls with functions by default',
  exports: { GoogleGenAI: { new: construct }, Chat: { is: '#Chat' } },
  types: {
    Client: {
      members: {
        models: {
          members: {
            generateContent: { call: { roles: ['agent-call'], async: true, args, agent } },
            generateContentStream: { call: { roles: ['agent-stream'], async: true, args, agent } },
            embedContent: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.contents' } } },
            'generateImages|generateVideos|editImage|countTokens': method('llm'),
          },
        },
        chats: { members: { create: { call: { roles: ['llm'], returns: '#Chat', args: { model: '0.model', messages: '0.history', ...config }, agent: { outputLimit: 'optional' } } } } },
        interactions: { members: { create: { call: interaction } } },
      },
    },
    Chat: { members: { sendMessage: { call: message }, sendMessageStream: { call: { ...message, roles: ['agent-stream'] } } } },
  },
});
