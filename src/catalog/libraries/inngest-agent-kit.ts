import { defineLibrary, type Action } from '../schema.js';

const agent: Action = { roles: ['agent'], returns: '#Agent', args: { name: '0.name', model: '0.model', system: '0.system', tools: '0.tools' } };

export default defineLibrary({
  package: '@inngest/agent-kit',
  title: 'AgentKit',
  roles: ['llm', 'agent'],
  checked: ['0.13.2'],
  evidence: 'd.ts: what agents of a network find out is kept in its state',
  exports: {
    'createAgent|createRoutingAgent': { call: agent },
    'Agent|RoutingAgent': { new: agent },
    createNetwork: { call: { roles: ['agent'], returns: '#Network', args: { name: '0.name', agents: '0.agents', maxTurns: '0.maxIter', model: '0.defaultModel' } } },
    Network: { new: { roles: ['agent'], returns: '#Network' } },
    createTool: { call: { roles: ['llm-tool'], args: { name: '0.name', description: '0.description', schema: '0.parameters', execute: '0.handler' }, registers: { kind: 'tool', handler: '0.handler', path: '0.name', rejections: 'handled', request: 0 } } },
  },
  types: {
    Agent: { members: { run: { call: { roles: ['agent-call'], async: true, args: { prompt: '0', model: '1.model', session: '1.network|1.state', maxTurns: '1.maxIter' } } } } },
    Network: { members: { run: { call: { roles: ['agent-call'], async: true, stateful: true, args: { prompt: '0', session: '1.state' } } } } },
  },
});
