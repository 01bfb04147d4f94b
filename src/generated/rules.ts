// Written by `npm run gen`. Do not edit.
import noBlockingHandler from '../rules/p011-event-driven/no-blocking-handler.js';
import noPerCallClient from '../rules/p012-singleton/no-per-call-client.js';
import preferParallelAgents from '../rules/p066-agent-orchestration/prefer-parallel-agents.js';

export const rules = {
  'no-blocking-handler': noBlockingHandler,
  'no-per-call-client': noPerCallClient,
  'prefer-parallel-agents': preferParallelAgents,
};
