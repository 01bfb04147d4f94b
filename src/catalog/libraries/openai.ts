import { defineLibrary, type Action, type Entity } from '../schema.js';
import { chatWithHelpers as chat, completions, embeddings, otherModels, responses } from '../chat-completions.js';
import { httpClient, method } from '../shorthand.js';

const construct: Action = httpClient('#Client', ['llm'], { args: { options: '0', url: '0.baseURL', timeout: '0.timeout', retries: '0.maxRetries' }, defaults: { timeoutMs: 600_000, retries: 2 } });
/** A run continues its thread. */
const run: Entity = { call: { roles: ['agent-call'], async: true, stateful: true, args: { session: '0', model: '1.model', system: '1.instructions', tools: '1.tools', maxTokens: '1.max_completion_tokens', stream: '1.stream' } } };
const legacy = (args: Record<string, string>): Entity => ({ call: { roles: ['agent-call'], async: true, args: { ...args, model: '0.model', maxTokens: '0.max_tokens', timeout: '1.timeout' }, defaults: { timeoutMs: 0, retries: 0 }, versions: '<4' } });

export default defineLibrary({
  package: 'openai',
  title: 'OpenAI SDK',
  roles: ['llm'],
  checked: ['3.3.0', '4.104.0', '5.23.2', '6.49.0', '7.57.0'],
  evidence: 'probe: HTTP, 10 minutes, 2 retries (version 3: neither); d.ts',
  exports: {
    default: { new: construct },
    'OpenAI|AzureOpenAI|BedrockOpenAI': { new: construct },
    OpenAIApi: { new: { ...construct, returns: '#LegacyClient', versions: '<4' } },
    Configuration: { new: { roles: ['pure'], versions: '<4' } },
    'toFile': { call: { async: true } },
  },
  types: {
    Client: {
      members: {
        chat,
        responses,
        completions,
        embeddings,
        ...otherModels,
        conversations: { members: { create: method('llm') } },
        beta: {
          members: {
            chat,
            assistants: { members: { 'create|update': { call: { roles: ['agent'], async: true, args: { model: '0.model', system: '0.instructions', tools: '0.tools' } } } } },
            threads: {
              members: {
                runs: { members: { 'create|createAndPoll|submitToolOutputs|submitToolOutputsAndPoll': run, stream: { call: { ...run.call!, roles: ['agent-stream'], async: false } } } },
                messages: { members: { create: method('llm') } },
                'createAndRun|createAndRunPoll': { call: { roles: ['agent-call'], async: true, args: { model: '0.model', messages: '0.thread.messages', system: '0.instructions', tools: '0.tools' } } },
              },
            },
          },
        },
        withOptions: { call: { returns: '#Client' } },
      },
    },
    LegacyClient: {
      members: {
        createChatCompletion: legacy({ messages: '0.messages' }),
        createCompletion: legacy({ prompt: '0.prompt' }),
        createEmbedding: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.input' }, versions: '<4' } },
      },
    },
  },
});
