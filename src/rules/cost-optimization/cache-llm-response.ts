import { repeatedQuestions } from '../../analysis/agents/repeated-questions.js';
import { createRule } from '../../kit/create-rule.js';
import { constructionName } from '../../kit/names.js';

/**
 * A question without any variable part, asked at temperature 0, has one answer. Whoever asks it on each call pays for it and
 * waits for it each time.
 */
export default createRule({
  name: 'cache-llm-response',
  principle: 'cost-optimization',
  description: 'Require answers to questions that never change to be kept',
  fix: null,
  presets: true,
  needs: ['agent-call', 'agent-stream', 'llm', 'agent'],
  crossFile: true,
  messages: {
    repeated: '`{{call}}` asks the same, at temperature 0, each time {{function}} runs (cost-optimization). Keep the answer: memoize the function or put the answer into a cache.',
  },
  options: {},
  *check({ source }) {
    for (const { request, call } of repeatedQuestions(source)) {
      const { node } = request;
      yield { node: node.type === 'CallExpression' ? node.callee : node, messageId: 'repeated', data: { call: constructionName(source, node), function: call.name } };
    }
  },
});
