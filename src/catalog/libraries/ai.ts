import { defineLibrary, type Entity } from '../schema.js';

const args = {
  model: '0.model', prompt: '0.prompt', messages: '0.messages', system: '0.system|0.instructions', tools: '0.tools', maxTokens: '0.maxOutputTokens|0.maxTokens',
  maxSteps: '0.stopWhen|0.maxSteps', temperature: '0.temperature', timeout: '0.timeout', signal: '0.abortSignal', retries: '0.maxRetries',
};
// Over the global fetch, which waits so long for the headers.
const defaults = { timeoutMs: 300_000, retries: 2 };
const answer: Entity = { call: { roles: ['agent-call'], async: true, args, defaults } };
const stream: Entity = { call: { roles: ['agent-stream'], args, defaults } };
const agent: Entity = {
  new: {
    roles: ['agent'],
    returns: '#Agent',
    args: { model: '0.model', system: '0.instructions|0.system', tools: '0.tools', maxTokens: '0.maxOutputTokens', maxSteps: '0.stopWhen' },
    defaults,
  },
};
const perCall = { prompt: '0.prompt', messages: '0.messages', signal: '0.abortSignal', timeout: '0.timeout' };

export default defineLibrary({
  package: 'ai',
  title: 'AI SDK',
  roles: ['llm'],
  checked: ['3.4.33', '4.3.19', '5.0.277', '6.0.326', '7.0.173'],
  evidence: 'probe: no timeout of its own, over the global fetch, 2 retries; streamText is a promise in version 3 only; d.ts of 3 to 7',
  exports: {
    'generateText|generateObject': answer,
    'streamText|streamObject': stream,
    'ToolLoopAgent|Experimental_Agent': agent,
    embed: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.value', signal: '0.abortSignal' }, defaults } },
    embedMany: { call: { roles: ['embedding'], async: true, task: { does: 'embeds a batch of texts' }, args: { model: '0.model', input: '0.values', signal: '0.abortSignal' }, defaults } },
    'generateImage|experimental_generateSpeech|experimental_transcribe': { call: { roles: ['llm'], async: true, args: { model: '0.model', prompt: '0.prompt' } } },
    experimental_generateImage: { call: { roles: ['llm'], async: true, args: { model: '0.model', prompt: '0.prompt' }, versions: '<7' } },
    'tool|dynamicTool': { call: { roles: ['llm-tool'], args: { description: '0.description', schema: '0.inputSchema|0.parameters', execute: '0.execute' }, registers: { kind: 'tool', handler: '0.execute', rejections: 'handled', request: 0 } } },
    'stepCountIs|hasToolCall': { call: { roles: ['pure'] } },
  },
  types: {
    Agent: { members: { generate: { call: { roles: ['agent-call'], async: true, args: perCall } }, stream: { call: { roles: ['agent-stream'], args: perCall } } } },
  },
});
