import type { TSESTree } from '@typescript-eslint/utils';
import { isOneWayOfWorking, type AgentRole } from '../../analysis/agents/assigned-roles.js';
import { agentScopes } from '../../analysis/agents/agent-scope.js';
import { createRule } from '../../kit/create-rule.js';

/**
 * The fewer tools and duties an agent has, the more often it picks the right one, and the easier it is to say which step went
 * wrong. One that judges the safety of what it does itself is talked out of it by the text that it works on.
 */
export default createRule({
  name: 'single-agent-role',
  principle: 'agent-roles',
  description: 'Disallow agents with many tools or with several roles of a chain of agents',
  fix: null,
  presets: true,
  needs: ['agent', 'llm', 'agent-call', 'agent-stream'],
  messages: {
    tools: 'This agent chooses among {{count}} tools (agent-roles). With more than {{max}} a model picks the wrong one more often; split it into agents with one role each.',
    roles: 'These instructions make one agent {{roles}} (agent-roles). Give each role an agent of its own, so that mistakes can be traced to a step.',
  },
  options: {
    maxTools: { description: 'The largest number of tools that an agent may have.', type: 'integer', minimum: 1, default: 12 },
    maxRoles: { description: 'The largest number of roles that instructions may assign to one agent, where they are more than one usual way of working.', type: 'integer', minimum: 1, default: 2 },
  },
  *check({ source, options }) {
    for (const { tools, roles } of agentScopes(source)) {
      if (tools && tools.count > options.maxTools) yield { node: keyOf(tools.node), messageId: 'tools', data: { count: tools.count, max: options.maxTools } };
      if (roles && roles.assigned.length > options.maxRoles && !isOneWayOfWorking(roles.assigned)) yield { node: keyOf(roles.node), messageId: 'roles', data: { roles: enumeration(roles.assigned) } };
    }
  },
});

/** The name under which a long list or text stands: marking all of it hides the rest of the agent. */
function keyOf(node: TSESTree.Node): TSESTree.Node {
  return node.parent?.type === 'Property' && node.parent.value === node ? node.parent.key : node;
}

function enumeration(roles: readonly AgentRole[]): string {
  return `${roles.slice(0, -1).join(', ')} and ${roles.at(-1)!}`;
}
