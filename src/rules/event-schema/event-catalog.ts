import { messageApisOf, type MessageApi } from '../../analysis/contracts/asyncapi.js';
import { envelopeFields, eventsOf, lackingFields, type EnvelopeField } from '../../analysis/contracts/event-envelopes.js';
import { mixedNaming } from '../../analysis/contracts/naming.js';
import { fileKind } from '../../analysis/files.js';
import { commandIn } from '../../analysis/manifests/event-names.js';
import { createRule } from '../../kit/create-rule.js';

/**
 * Events outlive the code that sends them, and their description is all that a consumer has. Names in one style can be found and
 * subscribed to by pattern; an id, a time and a version let a consumer leave out duplicates and read what was sent years ago.
 *
 * Fields: AsyncAPI Specification 3.0.0 and 2.6.0, checked 2026-11.
 */
export default createRule({
  name: 'event-catalog',
  principle: 'event-schema',
  description: 'Require AsyncAPI documents to name events alike, as facts, and to give them an envelope',
  fix: null,
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /^["']?asyncapi["']?[ \t]*:/mu,
  messages: {
    channelStyle: '`{{name}}` is {{style}} while {{count}} channels are {{most}} (event-schema), so subscriptions by pattern and access rules miss it. Name channels in one style.',
    messageStyle: '`{{name}}` is {{style}} while {{count}} messages are {{most}} (event-schema), and consumers look for a name that is not there. Name messages in one style.',
    command: '`{{name}}` tells somebody to `{{verb}}`; an event says what has happened (event-schema), whoever listens. Name it after the fact: `{{fact}}`.',
    envelope: '{{count}} of {{total}} events, like `{{name}}`, have no {{field}} (event-schema), so consumers cannot {{loss}}. Add one, such as `{{example}}`.',
  },
  options: {
    fields: {
      description: 'What the envelope of an event must have. `type` is asked where a channel carries several kinds of messages.',
      type: 'array',
      items: { type: 'string', enum: [...envelopeFields] },
      default: ['id', 'type', 'timestamp'],
    },
    naming: { description: 'Whether channels, and messages, must be named in one style each, and events after facts.', type: 'boolean', default: true },
  },
  strict: { fields: [...envelopeFields] },
  *check({ source, context, options }) {
    if (fileKind(source).example) return;
    for (const api of messageApisOf(source, context.filename)) {
      if (options.naming) yield* inNames(api);
      yield* inEnvelopes(api, options.fields as readonly EnvelopeField[]);
    }
  },
});

function* inNames(api: MessageApi) {
  const channels = mixedNaming(api.channels, ({ address }) => address);
  for (const { item, name, style } of channels?.others ?? []) yield { node: item.node, messageId: 'channelStyle', data: { name, style, count: channels!.count, most: channels!.style } } as const;
  const messages = mixedNaming(api.messages, ({ name }) => name);
  for (const { item, name, style } of messages?.others ?? []) yield { node: item.node, messageId: 'messageStyle', data: { name, style, count: messages!.count, most: messages!.style } } as const;
  for (const { name = '', node } of api.messages) {
    const command = commandIn(name);
    if (command) yield { node, messageId: 'command', data: { name, ...command } } as const;
  }
}

/** What each field is called, what goes wrong without it, and a name for it. */
const fields: Readonly<Record<EnvelopeField, { readonly field: string; readonly loss: string; readonly example: string }>> = {
  id: { field: 'id of their own', loss: 'tell a repeated delivery from a new event', example: 'eventId' },
  type: { field: 'type', loss: 'tell the kinds of events of a channel apart', example: 'eventType' },
  timestamp: { field: 'time', loss: 'tell when it happened or which came first', example: 'occurredAt' },
  version: { field: 'version', loss: 'read old events when the schema has changed', example: 'eventVersion' },
  correlationId: { field: 'correlation id', loss: 'find out which request they belong to', example: 'correlationId' },
};

/** One report for a field, however many events lack it. */
function* inEnvelopes(api: MessageApi, required: readonly EnvelopeField[]) {
  const events = eventsOf(api).flatMap((message) => {
    const lacking = lackingFields(message, api, required);
    return lacking ? [{ message, lacking }] : [];
  });
  for (const field of required) {
    const without = events.filter(({ lacking }) => lacking.includes(field));
    const first = without[0]?.message;
    if (first) yield { node: first.node, messageId: 'envelope', data: { ...fields[field], name: first.name ?? '', count: without.length, total: events.length } } as const;
  }
}
