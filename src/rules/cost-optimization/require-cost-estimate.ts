import { agentBatches } from '../../analysis/agents/agent-batches.js';
import { fileKind } from '../../analysis/files.js';
import { createRule } from '../../kit/create-rule.js';
import { constructionName, excerpt } from '../../kit/names.js';

/**
 * A loop that asks a model per element costs as much as there are elements. With ten of them nobody notices; one day there are
 * ten thousand, and the first to know is the bill.
 */
export default createRule({
  name: 'require-cost-estimate',
  principle: 'cost-optimization',
  description: 'Require a limit or an estimate where a model is asked once per element of an unbounded list',
  fix: null,
  presets: true,
  needs: ['agent-call', 'agent-stream', 'llm', 'agent'],
  crossFile: true,
  messages: {
    sender: '`{{call}}` runs for as many elements as the request names (cost-optimization). Refuse requests with too many, or count the cost against a budget first.',
    query: '`{{call}}` runs for each row of a query without a limit (cost-optimization). Read a limited number at a time, or check the estimated cost first.',
    files: '`{{call}}` runs for each file there is (cost-optimization). Limit the number, or check the estimated cost against a budget first.',
    elsewhere: '`{{call}}` runs for each of `{{list}}`, however many they are (cost-optimization). Limit the number, or check the estimated cost against a budget first.',
  },
  options: {
    lists: {
      description: 'Which lists count: those the code shows to have no bound (`unbounded`: from a request, a query without a limit, a directory), or also lists whose origin it does not show (`any`).',
      type: 'string',
      enum: ['unbounded', 'any'],
      default: 'unbounded',
    },
  },
  *check({ source, options }) {
    const kind = fileKind(source);
    if (kind.script || kind.cli || kind.migration) return;
    const unbounded = ['sender', 'query', 'files'] as const;
    for (const { call, list, origin } of agentBatches(source, options.lists === 'any' ? [...unbounded, 'elsewhere'] : unbounded)) {
      const data = { call: constructionName(source, call) };
      const node = call.callee;
      yield origin === 'elsewhere' ? { node, messageId: origin, data: { ...data, list: excerpt(source.getText(list)) } } : { node, messageId: origin, data };
    }
  },
});
