import { defineLibrary, type Action } from '../schema.js';

/** Where an agent states what holds for its requests unless they say else; the name differs by version and kind of request. */
const defaultOptions = ['0.defaultOptions', '0.defaultGenerateOptions', '0.defaultStreamOptions', '0.defaultVNextStreamOptions', '0.defaultGenerateOptionsLegacy', '0.defaultStreamOptionsLegacy'];
const stated = (...names: string[]) => defaultOptions.flatMap((at) => names.map((name) => `${at}.${name}`)).join('|');

const agent: Action = {
  roles: ['agent'],
  returns: '#Agent',
  args: {
    name: '0.name', description: '0.description', model: '0.model', system: '0.instructions', tools: '0.tools', agents: '0.agents', memory: '0.memory', retries: '0.maxRetries',
    maxTurns: stated('maxSteps', 'stopWhen'), maxTokens: stated('modelSettings.maxOutputTokens', 'maxTokens'), temperature: stated('modelSettings.temperature', 'temperature'),
    truncation: `0.inputProcessors|${stated('prepareStep')}`,
  },
  agent: { outputLimit: 'optional', mend: { maxTokens: [{ at: '0.defaultOptions.modelSettings.maxOutputTokens', versions: '>=1' }, { at: '0.defaultGenerateOptions.maxTokens', versions: '<1' }] } },
};
const args = {
  prompt: '0', messages: '0', system: '1.instructions', tools: '1.toolsets|1.clientTools', maxTurns: '1.maxSteps|1.stopWhen', signal: '1.abortSignal',
  session: '1.memory|1.threadId', truncation: '1.prepareStep|1.inputProcessors', maxTokens: '1.modelSettings.maxOutputTokens|1.maxTokens',
  temperature: '1.modelSettings.temperature|1.temperature', retries: '1.modelSettings.maxRetries|1.maxRetries',
};
const generate: Action = { roles: ['agent-call'], async: true, stateful: true, args, agent: { steps: 5 } };
const stream: Action = { ...generate, roles: ['agent-stream'] };

export default defineLibrary({
  package: '@mastra/core',
  aliases: ['@mastra/core/agent', '@mastra/core/mastra', '@mastra/core/tools'],
  title: 'Mastra',
  roles: ['llm', 'agent'],
  checked: ['0.10.15', '0.24.9', '1.71.0'],
  evidence: 'd.ts; source of the three: an agent may have a memory, takes 5 steps by default and 1 in a network; version 1 exports Agent and createTool from @mastra/core/agent and /tools only',
  exports: {
    Agent: { new: agent },
    Mastra: { new: { roles: ['agent'], returns: '#Mastra' } },
    createTool: {
      call: {
        roles: ['llm-tool'], args: { name: '0.id', description: '0.description', schema: '0.inputSchema', execute: '0.execute' },
        registers: { kind: 'tool', handler: '0.execute', path: '0.id', rejections: 'handled', request: 0 },
      },
    },
  },
  types: {
    Mastra: { members: { 'getAgent|getAgentById': { call: { returns: '#Agent' } } } },
    Agent: {
      members: {
        'generate|generateLegacy': { call: generate },
        resumeGenerate: { call: { ...generate, versions: '>=1' } },
        generateVNext: { call: { ...generate, versions: '<1' } },
        'stream|streamLegacy|resumeStream': { call: stream },
        streamUntilIdle: { call: { ...stream, versions: '>=1' } },
        streamVNext: { call: { ...stream, versions: '<1' } },
        network: { call: { ...stream, agent: { steps: 1 } } },
      },
    },
  },
});
