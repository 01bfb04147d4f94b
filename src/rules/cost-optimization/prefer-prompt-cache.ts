import { brokenPrefixes, unmarkedPrefixes } from '../../analysis/agents/prompt-caching.js';
import { mayAskAgents } from '../../analysis/agents/agent-imports.js';
import { createRule } from '../../kit/create-rule.js';
import { wrapValue } from '../../kit/fixers/wrap-value.js';
import { constructionName, excerpt } from '../../kit/names.js';

/**
 * The same system prompt and tools go with every request. A vendor that keeps them reads them again for a tenth of the price and
 * answers sooner, but only as the beginning of a prompt, and some only when asked.
 */
export default createRule({
  name: 'prefer-prompt-cache',
  principle: 'cost-optimization',
  description: 'Require the fixed beginning of long prompts to be cacheable',
  fix: 'suggestion',
  presets: true,
  needs: ['agent-call', 'agent-stream', 'llm', 'agent'],
  crossFile: true,
  messages: {
    unmarked: '`{{call}}` pays for about {{tokens}} fixed tokens ({{holds}}) anew each time (cost-optimization). Mark their end for {{vendor}} to cache.',
    broken: '`{{value}}` changes and stands before about {{tokens}} fixed tokens, which {{vendor}} caches only as the beginning of a prompt (cost-optimization). Put it behind them.',
    mark: 'Mark the system prompt for caching.',
  },
  options: {},
  *check({ source }) {
    if (!mayAskAgents(source) || !speaks.test(source.text)) return;
    for (const { request, model, tokens, holds, node, mark } of unmarkedPrefixes(source)) {
      yield {
        node,
        messageId: 'unmarked',
        data: { call: constructionName(source, request.node), tokens: rounded(tokens), holds, vendor: model.vendor.title },
        suggest: [mark && { messageId: 'mark', fix: (fixer) => wrapValue(fixer, source, mark.system, mark.text) }],
      };
    }
    for (const { model, tokens, value } of brokenPrefixes(source)) {
      yield { node: value, messageId: 'broken', data: { value: excerpt(source.getText(value)), tokens: rounded(tokens), vendor: model.vendor.title } };
    }
  },
});

/** Parts of a request that hold long texts. */
const speaks = /\b(?:system\w*|instructions|messages|tools|prompt|input|contents|[Ii]nvoke)\b/u;

/** An estimate, to two digits. */
function rounded(tokens: number): string {
  return Number(tokens.toPrecision(2)).toLocaleString('en-US');
}
