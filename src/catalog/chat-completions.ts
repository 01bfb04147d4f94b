import type { Action, Bounds, Entity } from './schema.js';

/** Where a request in the form of OpenAI's chat completions says what; many vendors' SDKs share the form. */
const completionArgs = {
  model: '0.model', messages: '0.messages', tools: '0.tools', stream: '0.stream', temperature: '0.temperature',
  maxTokens: '0.max_completion_tokens|0.max_tokens', timeout: '1.timeout', retries: '1.maxRetries', signal: '1.signal',
};
/** The input is a text or a list of messages; the vendor keeps the history of a conversation and of a former response. */
const responseArgs = {
  model: '0.model', prompt: '0.input', messages: '0.input', system: '0.instructions', tools: '0.tools', stream: '0.stream', temperature: '0.temperature',
  session: '0.conversation|0.previous_response_id', truncation: '0.truncation|0.context_management', maxTokens: '0.max_output_tokens',
  timeout: '1.timeout', retries: '1.maxRetries', signal: '1.signal',
};

const unbounded: Bounds = { outputLimit: 'optional' };
/** The limit has two names since reasoning models refuse the older one; `from` is the version of the package that has the newer. */
const renamed = (from: string): Bounds => ({
  outputLimit: 'optional',
  mend: { maxTokens: [{ at: '0.max_completion_tokens', versions: `>=${from}` }, { at: '0.max_tokens' }] },
});

const answer = (args: Record<string, string>, agent: Bounds): Entity => ({ call: { roles: ['agent-call'], async: true, args, agent } });
const stream = (args: Record<string, string>, agent: Bounds): Entity => ({ call: { roles: ['agent-stream'], args, agent } });
const other: Action = { roles: ['llm'], async: true, args: { model: '0.model', timeout: '1.timeout', signal: '1.signal' } };

/** `client.chat` of a vendor whose package names the limit of the answer `max_completion_tokens` from version `from` on; without `from` it never does. */
export function chat(from?: string): Entity {
  const args = from === undefined ? { ...completionArgs, maxTokens: '0.max_tokens' } : completionArgs;
  return { members: { completions: { members: { create: answer(args, from === undefined ? unbounded : renamed(from)) } } } };
}

const bounds = renamed('4.60.0');
/** The helper runs the tools and asks again, ten times unless told. */
const toolLoop = { args: { ...completionArgs, maxTurns: '1.maxChatCompletions' }, agent: { ...bounds, steps: 10 } };

/** `client.chat` with the helpers that OpenAI's own SDK adds. */
export const chatWithHelpers: Entity = {
  members: {
    completions: {
      members: {
        'create|parse': answer(completionArgs, bounds),
        stream: stream(completionArgs, bounds),
        runTools: stream(toolLoop.args, toolLoop.agent),
        runFunctions: { call: { ...stream(toolLoop.args, toolLoop.agent).call!, versions: '<5' } },
      },
    },
  },
};

/** `client.responses`. */
export const responses: Entity = { members: { 'create|parse': answer(responseArgs, unbounded), stream: stream(responseArgs, unbounded), compact: { call: other } } };

/** `client.completions`: text completion, of 16 tokens unless told. */
export const completions: Entity = { members: { create: answer({ ...completionArgs, prompt: '0.prompt', maxTokens: '0.max_tokens' }, { outputLimit: 'default' }) } };

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
