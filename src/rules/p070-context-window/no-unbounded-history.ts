import { mayAskAgents } from '../../analysis/agents/agent-imports.js';
import { growingHistories } from '../../analysis/agents/growing-histories.js';
import { mayKeepLists } from '../../analysis/agents/unending-turns.js';
import { createRule } from '../../kit/create-rule.js';
import { constructionName } from '../../kit/names.js';

/**
 * A model has no memory: a chat sends the whole conversation with each turn, so its cost grows with the square of its length
 * and the turn that exceeds the context window fails.
 */
export default createRule({
  name: 'no-unbounded-history',
  principle: 'P070',
  description: 'Disallow message histories that grow without a bound',
  fix: null,
  presets: true,
  needs: ['agent-call', 'llm', 'agent'],
  crossFile: true,
  messages: {
    grows: '`{{history}}` only grows, and each turn `{{call}}` sends all of it (P070). Keep the last turns within a token budget, or summarize older ones.',
  },
  options: {},
  *check({ source }) {
    if (!mayAskAgents(source) || !/\.(?:push|unshift|concat)\(|=\s*\[\s*\.\.\./u.test(source.text) || !mayKeepLists(source)) return;
    for (const { node, name, request } of growingHistories(source)) {
      const at = node.type === 'CallExpression' ? node.callee : node;
      yield { node: at, messageId: 'grows', data: { history: name, call: constructionName(source, request.node) } };
    }
  },
});
