import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@anthropic-ai/claude-agent-sdk',
  aliases: ['@anthropic-ai/claude-code'],
  title: 'Claude Agent SDK',
  roles: ['llm', 'agent'],
  checked: ['0.3.330', '@anthropic-ai/claude-code 1.0.128'],
  evidence: 'd.ts: query() gives an async generator; source: neither --max-turns nor --max-budget-usd reaches the command line unless maxTurns or maxBudgetUsd is set; the program compacts the history by itself',
  exports: {
    query: {
      call: {
        roles: ['agent-stream'],
        args: {
          prompt: '0.prompt', model: '0.options.model', system: '0.options.systemPrompt|0.options.customSystemPrompt|0.options.appendSystemPrompt', tools: '0.options.tools|0.options.allowedTools',
          maxTurns: '0.options.maxTurns', budget: '0.options.maxBudgetUsd|0.options.taskBudget', agents: '0.options.agents', agent: '0.options.agent',
          session: '0.options.resume|0.options.sessionId|0.options.continue', signal: '0.options.abortController',
        },
        agent: { steps: 'unlimited', unlimited: ['0'] },
        defaults: { timeoutMs: 0 },
      },
    },
    tool: {
      call: {
        roles: ['llm-tool'], args: { name: '0', description: '1', schema: '2', execute: '3' },
        registers: { kind: 'tool', handler: '3', path: '0', rejections: 'handled', request: 0 },
      },
    },
    createSdkMcpServer: { call: { roles: ['llm-tool'], args: { name: '0.name', tools: '0.tools' } } },
  },
});
