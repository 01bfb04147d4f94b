import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@anthropic-ai/claude-agent-sdk',
  aliases: ['@anthropic-ai/claude-code'],
  title: 'Claude Agent SDK',
  roles: ['llm', 'agent'],
  checked: ['0.3.330'],
  evidence: 'd.ts: query() gives an async generator and has no limit unless maxTurns or maxBudgetUsd is set',
  exports: {
    query: {
      call: {
        roles: ['agent-stream'],
        args: {
          prompt: '0.prompt', model: '0.options.model', system: '0.options.systemPrompt', tools: '0.options.allowedTools|0.options.tools', maxTurns: '0.options.maxTurns',
          budget: '0.options.maxBudgetUsd', agents: '0.options.agents', session: '0.options.resume', signal: '0.options.abortController',
        },
        defaults: { timeoutMs: 0 },
      },
    },
    tool: { call: { roles: ['llm-tool'], args: { name: '0', description: '1', schema: '2', execute: '3' }, registers: { kind: 'tool', handler: '3', path: '0', rejections: 'handled', request: 0 } } },
    createSdkMcpServer: { call: { roles: ['llm-tool'], args: { tools: '0.tools' } } },
  },
});
