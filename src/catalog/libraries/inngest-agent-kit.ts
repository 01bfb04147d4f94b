import { defineLibrary, type Action } from '../schema.js';

const agent: Action = { roles: ['agent'], returns: '#Agent', args: { name: '0.name', description: '0.description', model: '0.model', system: '0.system', tools: '0.tools', memory: '0.history' } };
/** The network asks agents until its router names no more; without one, until a model finds that it is done. */
const network: Action = {
  roles: ['agent'],
  returns: '#Network',
  args: { name: '0.name', description: '0.description', agents: '0.agents', maxTurns: '0.maxIter|0.router|0.defaultRouter', model: '0.defaultModel', memory: '0.history' },
  agent: { steps: 'unlimited', unlimited: ['0'] },
};

export default defineLibrary({
  package: '@inngest/agent-kit',
  aliases: ['@inngest/agent-kit/server'],
  title: 'AgentKit',
  roles: ['llm', 'agent'],
  checked: ['0.13.2'],
  evidence: 'd.ts: what agents of a network find out is kept in its state; source: a network runs without a limit unless maxIter is set, an agent by itself asks once',
  exports: {
    'createAgent|createRoutingAgent': { call: agent },
    'Agent|RoutingAgent': { new: agent },
    createNetwork: { call: network },
    Network: { new: network },
    createServer: { call: { returns: 'node:http#Server' } },
    createTool: {
      call: {
        roles: ['llm-tool'], args: { name: '0.name', description: '0.description', schema: '0.parameters', execute: '0.handler' },
        registers: { kind: 'tool', handler: '0.handler', path: '0.name', rejections: 'handled', request: 0 },
      },
    },
  },
  types: {
    Agent: {
      members: {
        run: { call: { roles: ['agent-call'], async: true, args: { prompt: '0', model: '1.model', session: '1.network|1.state', maxTurns: '1.maxIter' }, agent: { steps: 1 } } },
        withModel: { call: { returns: '#Agent', args: { model: '0' } } },
      },
    },
    Network: { members: { run: { call: { roles: ['agent-call'], async: true, stateful: true, args: { prompt: '0', session: '1.state' } } } } },
  },
});
