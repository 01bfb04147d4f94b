import { defineLibrary, type Action } from '../schema.js';

/** Where an agent or a runner states what its requests are made with. */
const settings = (at: string) => ({
  maxTokens: `${at}.maxTokens`, temperature: `${at}.temperature`, timeout: `${at}.timeoutMs`, retries: `${at}.retry.maxRetries`,
});
const run: Action = {
  roles: ['agent-call'],
  async: true,
  args: {
    agent: '0', prompt: '1', messages: '1', maxTurns: '2.maxTurns', stream: '2.stream', session: '2.session|2.conversationId|2.previousResponseId',
    truncation: '2.callModelInputFilter|2.sessionInputCallback', signal: '2.signal',
  },
  agent: { steps: 10, unlimited: ['null'] },
  defaults: { timeoutMs: 600_000, retries: 2 },
};
const agent: Action = {
  roles: ['agent'],
  returns: '#Agent',
  args: {
    name: '0.name', description: '0.handoffDescription', model: '0.model', system: '0.instructions', tools: '0.tools', handoffs: '0.handoffs',
    truncation: '0.modelSettings.truncation|0.modelSettings.contextManagement', ...settings('0.modelSettings'),
  },
  agent: { outputLimit: 'optional' },
};
const runner: Action = {
  roles: ['agent'],
  returns: '#Runner',
  args: {
    model: '0.model', truncation: '0.callModelInputFilter|0.sessionInputCallback|0.modelSettings.truncation|0.modelSettings.contextManagement', ...settings('0.modelSettings'),
  },
};
const asTool: Action = {
  roles: ['llm-tool'],
  args: { name: '0.toolName', description: '0.toolDescription', maxTurns: '0.runOptions.maxTurns' },
  agent: { steps: 10, unlimited: ['null'] },
};

export default defineLibrary({
  package: '@openai/agents',
  aliases: ['@openai/agents-core'],
  title: 'OpenAI Agents SDK',
  roles: ['llm', 'agent'],
  checked: ['0.20.0'],
  evidence: 'd.ts; source: 10 turns by default, maxTurns null takes the limit away',
  exports: {
    run: { call: run },
    Agent: { new: agent, members: { create: { call: agent } } },
    Runner: { new: runner },
    handoff: { call: { args: { agent: '0', name: '1.toolNameOverride', description: '1.toolDescriptionOverride' } } },
    tool: {
      call: {
        roles: ['llm-tool'], args: { name: '0.name', description: '0.description', schema: '0.parameters', execute: '0.execute' },
        registers: { kind: 'tool', handler: '0.execute', path: '0.name', rejections: 'handled', request: 0 },
      },
    },
  },
  types: {
    Agent: { members: { asTool: { call: asTool }, clone: { call: agent } } },
    Runner: { members: { run: { call: run } } },
  },
});
