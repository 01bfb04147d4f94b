import { defineLibrary, type Action, type Bounds, type Entity, type Writing } from '../schema.js';

const limits = { maxTokens: '0.maxOutputTokens|0.maxTokens', maxTurns: '0.stopWhen|0.maxSteps' };
/** Prepares each step: it may shorten the messages. */
const truncation = '0.prepareStep|0.experimental_prepareStep';
const request = {
  model: '0.model', prompt: '0.prompt', messages: '0.messages', system: '0.instructions|0.system', temperature: '0.temperature',
  timeout: '0.timeout', signal: '0.abortSignal', retries: '0.maxRetries',
};
const args = { ...request, ...limits, tools: '0.tools', truncation };
// Over the global fetch, which waits so long for the headers.
const defaults = { timeoutMs: 300_000, retries: 2 };
const maxTokens: Writing[] = [{ at: '0.maxOutputTokens', versions: '>=5' }, { at: '0.maxTokens', versions: '<5' }];
const maxTurns: Writing[] = [
  { at: '0.stopWhen', text: 'stepCountIs({n})', imports: ['stepCountIs'], versions: '>=5' },
  { at: '0.maxSteps', versions: '<5' },
];
/** Before version 6 only messages can ask for it. */
const caching: Writing[] = [
  { at: '0.system', text: "{ role: 'system', content: {text}, providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } }", versions: '>=6' },
];
const bounds: Bounds = { outputLimit: 'optional', mend: { maxTokens } };
/** Tools are called, but what they give goes back to the model only when more steps are allowed. */
const loop: Bounds = { ...bounds, steps: 1, unlimited: ['isLoopFinished()'], mend: { maxTokens, maxTurns } };
const text = (roles: Action['roles'], async: boolean): Entity => ({ call: { roles, async, args, defaults, agent: loop, caching } });
const object = (roles: Action['roles'], async: boolean): Entity => ({ call: { roles, async, args: { ...request, maxTokens: limits.maxTokens }, defaults, agent: bounds, caching } });
const toolLoop: Action = {
  roles: ['agent'],
  returns: '#Agent',
  args: {
    name: '0.id', model: '0.model', system: '0.instructions|0.system', tools: '0.tools', temperature: '0.temperature', ...limits,
    truncation: `${truncation}|0.prepareCall`, timeout: '0.timeout', retries: '0.maxRetries',
  },
  agent: { ...loop, steps: 20 },
  caching,
  defaults,
};
const media: Action = { roles: ['llm'], async: true, args: { model: '0.model', prompt: '0.prompt' } };
const makesTool: Action = {
  roles: ['llm-tool'], args: { description: '0.description', schema: '0.inputSchema|0.parameters', execute: '0.execute' },
  registers: { kind: 'tool', handler: '0.execute', rejections: 'handled', request: 0 },
};
const condition: Action = { roles: ['pure'], args: { maxTurns: '0' } };
/** A model by its id. */
const named: Entity = { call: { roles: ['llm'], args: { model: '0' } } };
/** A model with middleware, which may change any request. */
const wrapped: Entity = { call: { roles: ['llm'], args: { model: '0.model', truncation: '0.middleware' } } };
const perCall = { prompt: '0.prompt', messages: '0.messages', signal: '0.abortSignal', timeout: '0.timeout' };

export default defineLibrary({
  package: 'ai',
  title: 'AI SDK',
  roles: ['llm'],
  checked: ['3.4.33', '4.3.19', '5.0.277', '6.0.326', '7.0.173'],
  evidence: 'probe: no timeout of its own, over the global fetch, 2 retries; streamText is a promise in version 3 only; d.ts and source of 3 to 7: 1 step, ToolLoopAgent 20; Experimental_Agent is the same class from 6 on and takes 1 step in 5; system may be a message from 6 on',
  exports: {
    generateText: text(['agent-call'], true),
    streamText: text(['agent-stream'], false),
    experimental_streamTextLowMemory: { call: { ...text(['agent-stream'], false).call!, versions: '>=7' } },
    generateObject: object(['agent-call'], true),
    streamObject: object(['agent-stream'], false),
    ToolLoopAgent: { new: { ...toolLoop, versions: '>=6' } },
    Experimental_Agent: { new: { ...toolLoop, versions: '>=5' } },
    embed: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.value', signal: '0.abortSignal' }, defaults } },
    embedMany: { call: { roles: ['embedding'], async: true, task: { does: 'embeds a batch of texts' }, args: { model: '0.model', input: '0.values', signal: '0.abortSignal' }, defaults } },
    generateImage: { call: { ...media, versions: '>=6' } },
    'generateSpeech|transcribe': { call: { ...media, versions: '>=7' } },
    'experimental_generateSpeech|experimental_transcribe': { call: media },
    experimental_generateImage: { call: { ...media, versions: '<7' } },
    tool: { call: makesTool },
    dynamicTool: { call: { ...makesTool, versions: '>=5' } },
    stepCountIs: { call: { ...condition, versions: '>=5' } },
    isStepCount: { call: { ...condition, versions: '>=7' } },
    hasToolCall: { call: { roles: ['pure'], versions: '>=5' } },
    isLoopFinished: { call: { roles: ['pure'], versions: '>=6' } },
    // Takes tool calls and reasoning out of a history.
    pruneMessages: { call: { roles: ['pure'], args: { messages: '0.messages', truncation: '0' }, versions: '>=5' } },
    gateway: { ...named, members: { 'languageModel|chat|embeddingModel|textEmbeddingModel|imageModel': named } },
    wrapLanguageModel: wrapped,
    experimental_wrapLanguageModel: { call: { ...wrapped.call!, versions: '<5' } },
  },
  types: {
    Agent: { members: { generate: { call: { roles: ['agent-call'], async: true, args: perCall } }, stream: { call: { roles: ['agent-stream'], args: perCall } } } },
  },
});
