import { dataReturnedBy } from '../../analysis/command-results.js';
import { cqrsOf } from '../../analysis/cqrs.js';
import { createRule } from '../../kit/create-rule.js';
import { excerpt } from '../../kit/names.js';
import { withWord } from '../../kit/texts.js';

/** A command that answers with data is a query too: callers come to read through it, and it can no longer run later or elsewhere. */
export default createRule({
  name: 'command-returns-no-data',
  principle: 'P015',
  description: 'Disallow command handlers that return data',
  fix: null,
  presets: true,
  needs: ['cqrs'],
  needsText: withWord(['Handler', 'UseCase'], /CommandHandler|\bclass\s+\w+(?:Handler|UseCase)\b/u),
  messages: {
    data: '`{{handler}}` is a command but returns `{{data}}` (P015): it cannot run later, and callers read the write model. Return an id and let a query read.',
  },
  options: {},
  *check({ source }) {
    for (const { side, method, head, name } of cqrsOf(source).handlers) {
      const data = side === 'command' && method ? dataReturnedBy(source, method) : undefined;
      if (data) yield { node: head, messageId: 'data', data: { handler: name, data: excerpt(data.text, 60) } };
    }
  },
});
