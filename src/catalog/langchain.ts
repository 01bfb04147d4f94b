import { httpResource } from './shorthand.js';
import type { Action, Bounds, Entity } from './schema.js';

/** What the integrations of LangChain have in common: each exports models that are runnables of `@langchain/core`. */

/** Where a chat or text model is told what its requests are made with, and what the provider's own package calls the limit of an answer. */
export function modelOf(maxTokens: string, agent: Bounds = { outputLimit: 'optional' }): Entity & { new: Action } {
  return {
    new: {
      roles: ['expensive-client', 'llm'],
      returns: '@langchain/core#Model',
      args: {
        model: '0.model|0.modelName|0.modelId', maxTokens, temperature: '0.temperature', stream: '0.streaming', timeout: '0.timeout', retries: '0.maxRetries',
        url: '0.configuration.baseURL|0.baseURL|0.baseUrl',
      },
      agent,
      defaults: { retries: 6 },
      resource: httpResource,
    },
  };
}

/** A model of a provider that names the limit as most do. */
export const chatModel = modelOf('0.maxTokens');

const embeddingsClient: Action = { roles: ['expensive-client', 'llm'], returns: '@langchain/core#Embeddings', args: { model: '0.model|0.modelName' }, resource: httpResource };

/** An embedding model. */
export const embeddingModel: Entity = { new: embeddingsClient };

/** The options that every runnable takes with its input. */
const options = { timeout: '1.timeout', signal: '1.signal' };
const session = { session: '1.configurable.thread_id|1.configurable.sessionId' };
/** A model is asked with a text or with messages. */
const asked = { prompt: '0', messages: '0', tools: '1.tools', maxTokens: '1.maxTokens|1.max_tokens|1.max_completion_tokens|1.maxOutputTokens', ...options, ...session };
/** A chain that begins with a template or is made of parts gets values to put in; the messages stand in the template. */
const filled = { prompt: '0', ...options, ...session };
/** A graph gets its state, of which `messages` is the usual part. It takes 25 steps, and each of them may be several calls. */
const stateful = { messages: '0.messages', maxTurns: '1.recursionLimit', ...options, ...session };
const steps: Bounds = { steps: 25 };

const answers = (args: Record<string, string>, more: Partial<Action> = {}): Entity => ({ call: { roles: ['agent-call'], async: true, args, ...more } });
const streams = (args: Record<string, string>, more: Partial<Action> = {}): Entity => ({ call: { roles: ['agent-stream'], async: true, args, ...more } });

/** Ways to ask a model or a chain of runnables, of which the first is a model. */
export const asks: Record<string, Entity> = { 'invoke|batch': answers(asked), 'stream|streamEvents|streamLog|transform': streams(asked) };

/** Ways to ask a chain with values for its template. */
export const fills: Record<string, Entity> = { 'invoke|batch': answers(filled), 'stream|streamEvents|streamLog|transform': streams(filled) };

/** Ways to ask a chain that may remember earlier calls. */
export const remembers: Record<string, Entity> = {
  'invoke|batch|call|run': answers(filled, { stateful: true }),
  'stream|streamEvents': streams(filled, { stateful: true }),
};

/** Ways to run a graph or an agent that is one; it may have a checkpointer, so that it remembers earlier calls. */
export const graphRuns: Record<string, Entity> = {
  'invoke|batch': answers(stateful, { stateful: true, agent: steps }),
  'stream|streamEvents': streams(stateful, { stateful: true, agent: steps }),
};

/** Ways to run an agent of version 0.3, whose executor counts its turns itself. */
export const executorRuns: Record<string, Entity> = {
  'invoke|batch|call': answers({ prompt: '0.input', messages: '0.chat_history', ...options, ...session }, { stateful: true }),
  run: answers({ prompt: '0' }, { stateful: true }),
  'stream|streamEvents': streams({ prompt: '0.input', messages: '0.chat_history', ...options, ...session }, { stateful: true }),
};

/** Makes a tool of a function. */
export const tool: Entity = {
  call: {
    roles: ['llm-tool'], args: { execute: '0', schema: '1.schema', name: '1.name', description: '1.description' },
    registers: { kind: 'tool', handler: '0', path: '1.name', rejections: 'handled', request: 0 },
  },
};

/** Functions that shorten a history; called without one they make a runnable that does. */
export const trims: Entity = { call: { roles: ['pure'], args: { messages: '0', truncation: '1|0.maxTokens' } } };
