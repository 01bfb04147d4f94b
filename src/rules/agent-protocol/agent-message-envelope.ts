import { agentMessages } from '../../analysis/agents/agent-messages.js';
import { lackingFields } from '../../analysis/agents/envelope.js';
import { platformOf } from '../../analysis/platform.js';
import { createRule } from '../../kit/create-rule.js';
import { withWord } from '../../kit/texts.js';

/**
 * When a run of several agents goes wrong, its messages are what is left to look at. One that says where it comes from, what it
 * answers and when it was sent can be routed, replayed and traced; of any other one can only guess.
 */
export default createRule({
  name: 'agent-message-envelope',
  principle: 'agent-protocol',
  description: 'Require messages between agents to carry an id, a correlation id, sender, receiver, type, payload and time',
  fix: null,
  presets: true,
  needs: ['publish'],
  needsText: withWord(['gent', 'GENT'], /agent_?(?:message|envelope)/iu),
  messages: {
    declared: '`{{name}}` lacks {{fields}} (agent-protocol). With the whole envelope, messages between agents can be routed, replayed and traced; add what is missing.',
    published: 'This message to another agent lacks {{fields}} (agent-protocol). With the whole envelope it can be routed, replayed and traced; add what is missing.',
  },
  options: {
    fields: {
      description: 'What a message must have: names of the protocol, known under their usual synonyms too, or names of your own, with alternatives as `"traceId|spanId"`.',
      type: 'array',
      items: { type: 'string' },
      default: ['messageId', 'correlationId', 'from', 'to', 'type', 'payload', 'timestamp'],
    },
  },
  *check({ source, options }) {
    for (const { node, name, published, fields, given } of agentMessages(source)) {
      const lacking = lackingFields(fields, options.fields.filter((entry) => !given.includes(entry.split('|')[0]!)));
      // What a page shows of a message is not the message.
      if (!lacking || lacking.length === 0 || platformOf(source) === 'browser') continue;
      const text = lacking.map((field) => `\`${field}\``).join(', ');
      yield published ? { node, messageId: 'published', data: { fields: text } } : { node, messageId: 'declared', data: { name, fields: text } };
    }
  },
});
