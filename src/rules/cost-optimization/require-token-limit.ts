import { modelOf } from '../../analysis/agents/model-ids.js';
import { modelFacts } from '../../analysis/agents/models.js';
import { unlimitedAnswers } from '../../analysis/agents/output-limits.js';
import type { AgentRequest } from '../../analysis/agents/requests.js';
import { createRule } from '../../kit/create-rule.js';
import { agentLimit } from '../../kit/fixers/agent-limit.js';
import { constructionName } from '../../kit/names.js';

/**
 * Tokens that come out cost several times those that go in, and a model asked to go on goes on for a hundred thousand of them.
 * A limit on each answer is what bounds the bill of a stranger's question.
 */
export default createRule({
  name: 'require-token-limit',
  principle: 'cost-optimization',
  description: 'Require a limit on the length of a model\'s answer',
  fix: 'suggestion',
  presets: false,
  needs: ['agent-call', 'agent-stream', 'llm'],
  messages: {
    handler: 'Whoever calls {{handler}} decides how long `{{call}}` writes, and you pay per token (cost-optimization). Limit the answer with `{{option}}`.',
    loop: '`{{call}}` runs for each element and may write as long as the model can (cost-optimization). Limit each answer with `{{option}}`.',
    unlimited: '`{{call}}` may write as long as the model can, and you pay per token (cost-optimization). Limit the answer with `{{option}}`.',
    limit: 'Limit the answer to {{tokens}} tokens.',
  },
  options: {
    calls: {
      description: 'Which calls need a limit: those in handlers that outsiders call and in loops, with a prompt that others have a part in (`exposed`), or `all`.',
      type: 'string',
      enum: ['exposed', 'all'],
      default: 'exposed',
    },
    tokens: { description: 'The limit that suggestions write. Models that think before they answer get eight times as much, since thoughts count too.', type: 'integer', minimum: 1, default: 1024 },
  },
  *check({ source, options }) {
    for (const { request, at, exposure, handler } of unlimitedAnswers(source)) {
      if (options.calls === 'exposed' && exposure === undefined) continue;
      const tokens = thinks(request) ? options.tokens * thought : options.tokens;
      const edit = agentLimit(at, 'maxTokens', tokens);
      if (!edit) continue;
      const { node } = at;
      const common = { call: constructionName(source, node), option: edit.option };
      const suggest = [{ messageId: 'limit', data: { tokens }, fix: edit.fix }] as const;
      const place = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : node;
      if (exposure === 'handler' && handler) yield { node: place, messageId: 'handler', data: { ...common, handler }, suggest };
      else yield { node: place, messageId: exposure === 'loop' ? 'loop' : 'unlimited', data: common, suggest };
    }
  },
});

const thought = 8;

/** It thinks before it answers, so that a tight limit leaves nothing for the answer. */
function thinks(request: AgentRequest): boolean {
  const model = modelOf(request);
  return model !== undefined && modelFacts(model.id)?.reasoning === true;
}
