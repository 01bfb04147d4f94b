import { defineLibrary, type Action, type Entity } from '../schema.js';
import { httpClient } from '../shorthand.js';

const options = { timeout: '1.timeoutMs', retries: '1.retries' };
const args = { model: '0.model', agent: '0.agentId', messages: '0.messages', prompt: '0.prompt', tools: '0.tools', maxTokens: '0.maxTokens', temperature: '0.temperature', ...options };
const agent = { outputLimit: 'optional' } as const;
const asks: Entity = {
  members: { 'complete|parse': { call: { roles: ['agent-call'], async: true, args, agent } }, 'stream|parseStream': { call: { roles: ['agent-stream'], async: true, args, agent } } },
};
/** The vendor keeps the history of a conversation. */
const started: Action = {
  roles: ['agent-call'],
  async: true,
  args: {
    model: '0.model', agent: '0.agentId', prompt: '0.inputs', messages: '0.inputs', system: '0.instructions', tools: '0.tools', name: '0.name', description: '0.description',
    maxTokens: '0.completionArgs.maxTokens', temperature: '0.completionArgs.temperature', ...options,
  },
  agent,
};
/** Goes on with one. */
const continued: Action = {
  ...started,
  args: {
    session: '0.conversationId', prompt: '0.conversationAppendRequest.inputs|0.conversationRestartRequest.inputs', messages: '0.conversationAppendRequest.inputs|0.conversationRestartRequest.inputs',
    maxTokens: '0.conversationAppendRequest.completionArgs.maxTokens|0.conversationRestartRequest.completionArgs.maxTokens', ...options,
  },
};
const streamed = (action: Action): Entity => ({ call: { ...action, roles: ['agent-stream'] } });
const old: Action = {
  roles: ['agent-call'], async: true, args: { model: '0.model', messages: '0.messages', prompt: '0.prompt', tools: '0.tools', maxTokens: '0.maxTokens', temperature: '0.temperature', signal: '1.signal' },
  agent, defaults: { timeoutMs: 120_000, retries: 5 }, versions: '<1',
};

export default defineLibrary({
  package: '@mistralai/mistralai',
  title: 'Mistral SDK',
  roles: ['llm'],
  checked: ['0.5.0', '1.15.1', '2.7.0'],
  evidence: 'probe: HTTP, no retries; 5 minutes from version 2, none in 1; d.ts',
  exports: {
    Mistral: { new: httpClient('#Client', ['llm'], { args: { options: '0', timeout: '0.timeoutMs', retries: '0.retryConfig' }, defaults: { retries: 0 } }) },
    default: { new: { ...httpClient('#OldClient', ['llm'], { args: { url: '1', retries: '2', timeout: '3' } }), versions: '<1' } },
  },
  types: {
    Client: {
      members: {
        'chat|agents|fim': asks,
        beta: {
          members: {
            conversations: {
              members: { start: { call: started }, startStream: streamed(started), 'append|restart': { call: continued }, 'appendStream|restartStream': streamed(continued) },
            },
            agents: {
              members: {
                create: {
                  call: {
                    roles: ['agent'], async: true,
                    args: { name: '0.name', description: '0.description', model: '0.model', system: '0.instructions', tools: '0.tools', handoffs: '0.handoffs', maxTokens: '0.completionArgs.maxTokens', temperature: '0.completionArgs.temperature' },
                  },
                },
              },
            },
          },
        },
        embeddings: { members: { create: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.inputs' } } } } },
        ocr: { members: { process: { call: { roles: ['llm'], async: true } } } },
      },
    },
    OldClient: {
      members: {
        'chat|completion': { call: old },
        'chatStream|completionStream': { call: { ...old, roles: ['agent-stream'], async: false } },
        embeddings: { call: { roles: ['embedding'], async: true, versions: '<1' } },
      },
    },
  },
});
