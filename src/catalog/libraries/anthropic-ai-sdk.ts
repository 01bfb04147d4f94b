import { defineLibrary, type Action, type Entity } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const construct: Action = httpClient('#Client', ['llm'], { args: { options: '0', url: '0.baseURL', timeout: '0.timeout', retries: '0.maxRetries' }, defaults: { timeoutMs: 600_000, retries: 2 } });
const args = {
  model: '0.model', messages: '0.messages', system: '0.system', tools: '0.tools', maxTokens: '0.max_tokens', stream: '0.stream', temperature: '0.temperature',
  cache: '0.cache_control', timeout: '1.timeout', retries: '1.maxRetries', signal: '1.signal',
};
const messages: Record<string, Entity> = {
  'create|parse': { call: { roles: ['agent-call'], async: true, args } },
  stream: { call: { roles: ['agent-stream'], returns: '#Stream', args } },
  countTokens: method('llm'),
  batches: { members: { create: method('llm') } },
};

export default defineLibrary({
  package: '@anthropic-ai/sdk',
  aliases: ['@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk'],
  title: 'Anthropic SDK',
  roles: ['llm'],
  checked: ['0.137.0', '1.12.0'],
  evidence: 'probe: HTTP, 10 minutes, 2 retries; source; max_tokens is required',
  exports: {
    default: { new: construct },
    'Anthropic|AnthropicBedrock|AnthropicVertex': { new: construct },
  },
  types: {
    Client: {
      members: {
        messages: { members: messages },
        beta: {
          members: {
            messages: {
              members: { ...messages, toolRunner: { call: { roles: ['agent-call'], returns: '#Stream', args: { ...args, maxTurns: '0.max_iterations' } } } },
            },
          },
        },
        completions: { members: { create: { call: { roles: ['agent-call'], async: true, args: { model: '0.model', prompt: '0.prompt', maxTokens: '0.max_tokens_to_sample' }, versions: '<1' } } } },
        withOptions: { call: { returns: '#Client' } },
      },
    },
    Stream: { members: { 'on|once': { call: { returns: '#Stream' } }, 'finalMessage|finalText|done|runUntilDone': method() } },
  },
});
