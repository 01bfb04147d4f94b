import { defineLibrary, type Action, type Entity } from '../schema.js';
import { chatWithHelpers as chat, completions, embeddings, otherModels, responses } from '../chat-completions.js';
import { httpClient, method } from '../shorthand.js';

const construct: Action = httpClient('#Client', ['llm'], { args: { options: '0', url: '0.baseURL', timeout: '0.timeout', retries: '0.maxRetries' }, defaults: { timeoutMs: 600_000, retries: 2 } });
const options = { timeout: '1.timeout', retries: '1.maxRetries', signal: '1.signal' };
const runOptions = { timeout: '2.timeout', retries: '2.maxRetries', signal: '2.signal' };
/** A run continues its thread; the vendor calls the model again after each of its own tools. */
const run: Action = {
  roles: ['agent-call'],
  async: true,
  stateful: true,
  args: {
    session: '0', agent: '1.assistant_id', model: '1.model', system: '1.instructions', messages: '1.additional_messages', tools: '1.tools', maxTokens: '1.max_completion_tokens',
    temperature: '1.temperature', truncation: '1.truncation_strategy|1.max_prompt_tokens', stream: '1.stream', ...runOptions,
  },
  agent: { outputLimit: 'optional' },
};
const newThread: Action = {
  ...run,
  stateful: false,
  args: {
    agent: '0.assistant_id', model: '0.model', messages: '0.thread.messages', system: '0.instructions', tools: '0.tools', maxTokens: '0.max_completion_tokens',
    temperature: '0.temperature', truncation: '0.truncation_strategy|0.max_prompt_tokens', stream: '0.stream', ...options,
  },
};
/** What tools found out, for a run that waits for it. */
const toolOutputs: Action = { roles: ['agent-call'], async: true, stateful: true, args: { session: '0', stream: '1.stream', ...runOptions } };
const streamed = (action: Action): Entity => ({ call: { ...action, roles: ['agent-stream'], async: false } });
const legacy = (args: Record<string, string>, outputLimit: 'default' | 'optional'): Entity => ({
  call: {
    roles: ['agent-call'], async: true, args: { ...args, model: '0.model', maxTokens: '0.max_tokens', temperature: '0.temperature', timeout: '1.timeout', signal: '1.signal' },
    agent: { outputLimit }, defaults: { timeoutMs: 0, retries: 0 }, versions: '<4',
  },
});

export default defineLibrary({
  package: 'openai',
  title: 'OpenAI SDK',
  roles: ['llm'],
  checked: ['3.3.0', '4.104.0', '5.23.2', '6.49.0', '7.57.0'],
  evidence: 'probe: HTTP, 10 minutes, 2 retries (version 3: neither); d.ts; source: runTools asks 10 times by default in 4 to 7; max_completion_tokens is there from 4.60.0 on, max_tokens is refused by o-series models (d.ts)',
  exports: {
    default: { new: construct },
    'OpenAI|AzureOpenAI': { new: construct },
    BedrockOpenAI: { new: { ...construct, versions: '>=6' } },
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
            responses,
            assistants: {
              members: {
                create: { call: { roles: ['agent'], async: true, args: { name: '0.name', description: '0.description', model: '0.model', system: '0.instructions', tools: '0.tools', temperature: '0.temperature' } } },
                update: { call: { roles: ['agent'], async: true, args: { name: '1.name', description: '1.description', model: '1.model', system: '1.instructions', tools: '1.tools', temperature: '1.temperature' } } },
              },
            },
            threads: {
              members: {
                runs: {
                  members: {
                    'create|createAndPoll': { call: run },
                    'stream|createAndStream': streamed(run),
                    'submitToolOutputs|submitToolOutputsAndPoll': { call: toolOutputs },
                    submitToolOutputsStream: streamed(toolOutputs),
                  },
                },
                messages: { members: { create: method('llm') } },
                'createAndRun|createAndRunPoll': { call: newThread },
                createAndRunStream: streamed(newThread),
              },
            },
          },
        },
        withOptions: { call: { returns: '#Client', args: { options: '0', url: '0.baseURL', timeout: '0.timeout', retries: '0.maxRetries' }, versions: '>=5' } },
      },
    },
    LegacyClient: {
      members: {
        createChatCompletion: legacy({ messages: '0.messages' }, 'optional'),
        createCompletion: legacy({ prompt: '0.prompt' }, 'default'),
        createEmbedding: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.input' }, versions: '<4' } },
      },
    },
  },
});
