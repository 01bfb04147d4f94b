import { defineLibrary, type Action } from '../schema.js';

const run: Action = {
  roles: ['agent-call'],
  async: true,
  args: { agent: '0', prompt: '1', maxTurns: '2.maxTurns', stream: '2.stream', session: '2.session|2.conversationId|2.previousResponseId', signal: '2.signal' },
  defaults: { timeoutMs: 600_000, retries: 2 },
};
const agent: Action = {
  roles: ['agent'],
  returns: '#Agent',
  args: { name: '0.name', model: '0.model', system: '0.instructions', tools: '0.tools', handoffs: '0.handoffs', maxTokens: '0.modelSettings.maxTokens' },
};

export default defineLibrary({
  package: '@openai/agents',
  aliases: ['@openai/agents-core'],
  title: 'OpenAI Agents SDK',
  roles: ['llm', 'agent'],
  checked: ['0.20.0'],
  evidence: 'd.ts; source: 10 turns by default',
  exports: {
    run: { call: run },
    Agent: { new: agent, members: { create: { call: agent } } },
    Runner: { new: { roles: ['agent'], returns: '#Runner', args: { model: '0.model' } } },
    tool: { call: { roles: ['llm-tool'], args: { name: '0.name', description: '0.description', schema: '0.parameters', execute: '0.execute' }, registers: { kind: 'tool', handler: '0.execute', path: '0.name', rejections: 'handled', request: 0 } } },
  },
  types: {
    Agent: { members: { asTool: { call: { roles: ['llm-tool'] } }, clone: { call: { roles: ['agent'], returns: '#Agent' } } } },
    Runner: { members: { run: { call: run } } },
  },
});
