import { defineLibrary, type Action, type Bounds, type Entity, type Writing } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const construct: Action = httpClient('#Client', ['llm'], { args: { options: '0', url: '0.baseURL', timeout: '0.timeout', retries: '0.maxRetries' }, defaults: { timeoutMs: 600_000, retries: 2 } });
const options = { timeout: '1.timeout', retries: '1.maxRetries', signal: '1.signal' };
const args = {
  model: '0.model', messages: '0.messages', system: '0.system', tools: '0.tools', maxTokens: '0.max_tokens', stream: '0.stream', temperature: '0.temperature',
  cache: '0.cache_control', ...options,
};
/** The beta messages can let the vendor shorten the history. */
const betaArgs = { ...args, truncation: '0.context_management|0.compaction' };
const agent: Bounds = { outputLimit: 'required' };
const caching: Writing[] = [{ at: '0.system', text: "[{ type: 'text', text: {text}, cache_control: { type: 'ephemeral' } }]", versions: '>=0.33' }];
const loop = { maxTurns: '0.max_iterations' };
const unlimited: Bounds = { steps: 'unlimited', unlimited: ['0'] };

const messages = (places: Record<string, string>): Record<string, Entity> => ({
  'create|parse': { call: { roles: ['agent-call'], async: true, args: places, agent, caching } },
  stream: { call: { roles: ['agent-stream'], returns: '#Stream', args: places, agent, caching } },
  countTokens: method('llm'),
  batches: { members: { create: method('llm') } },
});

/** A conversation that the vendor holds: each call sends what is new. */
const turn: Action = {
  roles: ['agent-call'],
  async: true,
  stateful: true,
  args: {
    messages: '0', prompt: '0', model: '1.model', system: '1.system', tools: '1.tools', maxTokens: '1.max_tokens', cache: '1.cache_control', truncation: '1.context_management|1.compaction',
    timeout: '2.timeout', retries: '2.maxRetries', signal: '2.signal',
  },
};

export default defineLibrary({
  package: '@anthropic-ai/sdk',
  aliases: ['@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk'],
  title: 'Anthropic SDK',
  roles: ['llm'],
  checked: ['0.137.0', '1.12.0'],
  evidence: 'probe: HTTP, 10 minutes, 2 retries; d.ts: max_tokens is required, cache_control from 0.33 on; source of 0.137 and 1.12: toolRunner loops until the model asks for no tool, unless max_iterations is set; version 1 has no temperature',
  exports: {
    default: { new: construct },
    'Anthropic|AnthropicBedrock|AnthropicBedrockMantle|AnthropicVertex': { new: construct },
  },
  types: {
    Client: {
      members: {
        messages: { members: messages(args) },
        beta: {
          members: {
            messages: {
              members: {
                ...messages(betaArgs),
                toolRunner: { call: { roles: ['agent-call'], returns: '#Stream', args: { ...betaArgs, ...loop }, agent: { ...agent, ...unlimited }, caching } },
                thread: { call: { roles: ['agent'], returns: '#Thread', args: betaArgs, agent, versions: '>=1' } },
              },
            },
            agents: { members: { create: { call: { roles: ['agent'], async: true, args: { name: '0.name', description: '0.description', model: '0.model', system: '0.system', tools: '0.tools' } } } } },
          },
        },
        completions: { members: { create: { call: { roles: ['agent-call'], async: true, args: { model: '0.model', prompt: '0.prompt', maxTokens: '0.max_tokens_to_sample', temperature: '0.temperature', stream: '0.stream', ...options }, agent, versions: '<1' } } } },
        withOptions: { call: { returns: '#Client', args: { options: '0', url: '0.baseURL', timeout: '0.timeout', retries: '0.maxRetries' } } },
      },
    },
    Thread: {
      members: {
        'send|parse': { call: turn },
        stream: { call: { ...turn, roles: ['agent-stream'], async: false, returns: '#Stream' } },
        fork: { call: { returns: '#Thread' } },
      },
    },
    Stream: { members: { 'on|once': { call: { returns: '#Stream' } }, 'finalMessage|finalText|done|runUntilDone': method() } },
  },
});
