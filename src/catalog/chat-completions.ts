import type { Action, Entity } from './schema.js';

/** Where a request in the form of OpenAI's chat completions says what; many vendors' SDKs share the form. */
const completionArgs = {
  model: '0.model', messages: '0.messages', tools: '0.tools', stream: '0.stream', temperature: '0.temperature',
  maxTokens: '0.max_completion_tokens|0.max_tokens', timeout: '1.timeout', retries: '1.maxRetries', signal: '1.signal',
};
const responseArgs = {
  model: '0.model', prompt: '0.input', system: '0.instructions', tools: '0.tools', stream: '0.stream', temperature: '0.temperature', session: '0.conversation',
  maxTokens: '0.max_output_tokens', timeout: '1.timeout', retries: '1.maxRetries', signal: '1.signal',
};

const answer = (args: Record<string, string>): Entity => ({ call: { roles: ['agent-call'], async: true, args } });
const stream = (args: Record<string, string>): Entity => ({ call: { roles: ['agent-stream'], args } });
const other: Action = { roles: ['llm'], async: true, args: { model: '0.model', timeout: '1.timeout', signal: '1.signal' } };

/** `client.chat`. */
export const chat: Entity = { members: { completions: { members: { create: answer(completionArgs) } } } };

/** `client.chat` with the helpers that OpenAI's own SDK adds. */
export const chatWithHelpers: Entity = {
  members: {
    completions: {
      members: {
        'create|parse': answer(completionArgs),
        'stream|runTools': stream(completionArgs),
        runFunctions: { call: { ...stream(completionArgs).call!, versions: '<5' } },
      },
    },
  },
};

/** `client.responses`. */
export const responses: Entity = { members: { 'create|parse': answer(responseArgs), stream: stream(responseArgs), compact: { call: other } } };

/** `client.completions`: text completion. */
export const completions: Entity = { members: { create: answer({ ...completionArgs, prompt: '0.prompt', maxTokens: '0.max_tokens' }) } };

/** `client.embeddings`. */
export const embeddings: Entity = { members: { create: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.input', timeout: '1.timeout', signal: '1.signal' } } } } };

/** `client.audio`. */
export const audio: Entity = { members: { 'transcriptions|translations|speech': { members: { create: { call: other } } } } };

/** `client.batches`: many questions for later. */
export const batches: Entity = { members: { create: { call: other } } };

/** Calls of models that are no question and answer. */
export const otherModels: Record<string, Entity> = {
  audio,
  batches,
  images: { members: { 'generate|edit|createVariation': { call: other } } },
  moderations: { members: { create: { call: other } } },
};
