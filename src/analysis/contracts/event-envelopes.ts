import type { YamlValue } from '../../languages/yaml/value.js';
import { saysWhatHappened } from '../manifests/event-names.js';
import type { Message, MessageApi } from './asyncapi.js';
import { fieldsOf } from './schemas.js';

/**
 * Which fields of an event's envelope a message lacks: what lets a consumer leave out duplicates, keep order, and read events of
 * another version. They may stand in the payload, in an object for such data in it, or in the headers.
 * Source of the fields: the event schema of the specification; the synonyms are those of CloudEvents 1.0 and of message formats in use.
 */
const synonyms: Readonly<Record<string, RegExp>> = {
  id: /^(?:id|eventid|messageid|msgid|uuid|guid|eventuuid|eventguid|messageuuid|notificationid|envelopeid|idempotencykey|deduplicationid|dedupid|dedupekey|deliveryid|sequence|sequenceid|sequencenumber|seq|offset|jobid|jti|transactioneventid)$/u,
  type: /^(?:type|event|eventtype|eventname|messagetype|messagename|name|kind|action|topic|subject|op|operation|method|changetype|schema|title)$/u,
  timestamp: /^(?:timestamp|ts|time|date|datetime|when|created|eventtime|eventdate|eventtimestamp|emitted|published|sent|occurred|timestampms|epoch)$|(?:at|on|time|timestamp|date|datetime|ts)$/u,
  version: /version|^(?:v|rev|revision|schema|dataschema|schemaid)$/u,
  correlationId: /correlation|causation|^(?:traceid|traceparent|trace|requestid|sagaid|conversationid|parentid|spanid|flowid|processid|workflowid)$/u,
};

export type EnvelopeField = 'correlationId' | 'id' | 'timestamp' | 'type' | 'version';
/** Names of the envelope's fields, in the order of the specification. */
export const envelopeFields = ['id', 'type', 'timestamp', 'version', 'correlationId'] as const satisfies readonly EnvelopeField[];

/** Objects in a payload that hold the envelope. */
const bag = /^(?:meta|metadata|header|headers|envelope|context|attributes|properties|event|message)$/iu;
/**
 * Brokers that give a message neither an id nor a time that a consumer can go by. Others (SNS, SQS, Pub/Sub, Service Bus, JMS) do; over
 * sockets and MQTT go measurements and calls.
 */
const bareBrokers = /^(?:kafka|kafka-secure|amqps?|nats|rediss?)$/u;

/** The messages of an API that are events: facts that a broker carries. */
export function eventsOf({ messages, protocols }: MessageApi): readonly Message[] {
  return messages.filter((message) => {
    const carriers = new Set([...protocols, ...message.channels.flatMap(({ value }) => value.get('bindings')?.entries().map(({ key }) => key) ?? [])]);
    return carriers.size > 0 && [...carriers].every((carrier) => bareBrokers.test(carrier)) && isFact(message);
  });
}

function isFact({ name, channels }: Message): boolean {
  // A reading of a sensor has a time; that it comes twice harms nobody.
  return name !== undefined && !/measured|sampled|heartbeat|telemetry/iu.test(name) && (saysWhatHappened(name) || (/event$/iu.test(name) && channels.some(({ address }) => saysWhatHappened(address))));
}

/**
 * The fields that an event lacks.
 *
 * @returns `undefined` when it is not known what the event holds.
 */
export function lackingFields(message: Message, { references }: MessageApi, required: readonly EnvelopeField[]): EnvelopeField[] | undefined {
  const { value } = message;
  if (/cloudevents/iu.test(value.get('contentType')?.text ?? '') || isForeignFormat(value)) return undefined;
  const names = new Set<string>();
  const add = (schema: YamlValue | undefined, inner: boolean): boolean => {
    const { all, complete } = fieldsOf(schema, references);
    for (const name of all.keys()) names.add(plain(name));
    return complete && (!inner || [...all].every(([name, field]) => !bag.test(name) || isScalar(field) || add(field, false)));
  };
  const traits = (value.get('traits')?.items() ?? []).map((trait) => references.resolve(trait));
  const headers = [value, ...traits].map((part) => part?.get('headers'));
  if (traits.includes(undefined) || !add(value.get('payload'), true) || headers.some((schema) => schema && !add(schema, false))) return undefined;
  if (names.has('specversion') || names.has('cespecversion')) return undefined;
  const isCorrelated = [value, ...traits].some((part) => part?.get('correlationId'));
  return required.filter((field) => ![...names].some((name) => synonyms[field]!.test(name)) && !(field === 'correlationId' && isCorrelated) && !isSaidElsewhere(field, message));
}

/** A channel that carries one kind of event says its type, and a name may say a version. */
function isSaidElsewhere(field: EnvelopeField, { name, channels }: Message): boolean {
  if (field === 'type') return channels.every(({ value }) => kindsIn(value) < 2);
  return field === 'version' && [name ?? '', ...channels.map(({ address }) => address)].some((text) => /(?:^|[._/:-])v\d+(?:$|[._/:-])|[a-z]V\d+(?:Event|$)/u.test(text));
}

function kindsIn(channel: YamlValue): number {
  const several = ['publish', 'subscribe'].map((action) => channel.get(action, 'message', 'oneOf')?.items().length ?? 0);
  return Math.max(channel.get('messages')?.entries().length ?? 0, ...several);
}

/** A payload in a language of its own: Avro, Protobuf, RAML. */
function isForeignFormat(message: YamlValue): boolean {
  const format = message.get('schemaFormat')?.text ?? message.get('payload', 'schemaFormat')?.text;
  return format !== undefined && !/schema\+|aai\.asyncapi/u.test(format);
}

function isScalar(field: YamlValue): boolean {
  return /^(?:string|integer|number|boolean)$/u.test(field.get('type')?.text ?? '');
}

function plain(name: string): string {
  return name.replace(/^x-/iu, '').replaceAll(/[_-]/gu, '').toLowerCase();
}
