import { defineLibrary, type Action } from '../schema.js';

const agent: Action = { roles: ['agent'], returns: '#Agent', args: { name: '0.name', model: '0.model', system: '0.instructions', tools: '0.tools', memory: '0.memory' } };
const args = { prompt: '0', messages: '0', maxSteps: '1.maxSteps', signal: '1.abortSignal', session: '1.memory|1.threadId', tools: '1.toolsets|1.clientTools', maxTokens: '1.modelSettings.maxOutputTokens' };
const generate: Action = { roles: ['agent-call'], async: true, stateful: true, args };
const stream: Action = { ...generate, roles: ['agent-stream'] };

export default defineLibrary({
  package: '@mastra/core',
  aliases: ['@mastra/core/agent', '@mastra/core/mastra', '@mastra/core/tools'],
  title: 'Mastra',
  roles: ['llm', 'agent'],
  checked: ['0.10.15', '0.24.9', '1.71.0'],
  evidence: 'd.ts; source: an agent may have a memory, and 5 steps by default',
  exports: {
    Agent: { new: agent },
    Mastra: { new: { roles: ['agent'], returns: '#Mastra' } },
    createTool: { call: { roles: ['llm-tool'], args: { name: '0.id', description: '0.description', schema: '0.inputSchema', execute: '0.execute' }, registers: { kind: 'tool', handler: '0.execute', path: '0.id', rejections: 'handled', request: 0 } } },
  },
  types: {
    Mastra: { members: { 'getAgent|getAgentById': { call: { returns: '#Agent' } } } },
    Agent: {
      members: {
        'generate|generateLegacy': { call: generate },
        generateVNext: { call: { ...generate, versions: '<1' } },
        'stream|streamLegacy|network': { call: stream },
        streamVNext: { call: { ...stream, versions: '<1' } },
      },
    },
  },
});
