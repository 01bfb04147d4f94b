import { documentsOf, isYaml, type YamlSource } from '../../languages/yaml/documents.js';
import type { YamlEntry, YamlNode, YamlValue } from '../../languages/yaml/value.js';
import { isForeign } from './authorship.js';
import { referencesIn, type References } from './references.js';

/**
 * The channels and messages that a YAML file describes with AsyncAPI 2 and 3. What tools have written and others own is left out.
 * Does not see: what other files hold, and channels whose address is only known at run time (`address: null`).
 * Fields: AsyncAPI Specification 3.0.0 and 2.6.0, checked 2026-11.
 */
export interface MessageApi {
  readonly root: YamlValue;
  readonly references: References;
  readonly channels: readonly Channel[];
  /** Each once, in the order of their first use, then those that no channel uses. */
  readonly messages: readonly Message[];
  /** How messages travel, as the servers say: `kafka`, `amqp`, `ws`; in lower case, without versions. */
  readonly protocols: ReadonlySet<string>;
}

export interface Channel {
  /** Where messages go: the topic, the routing key, the path. */
  readonly address: string;
  /** What to mark: the address where it stands. */
  readonly node: YamlNode;
  readonly value: YamlValue;
}

export interface Message {
  /** Its `name`, else the key it stands under; `undefined` for one that has neither. */
  readonly name: string | undefined;
  /** What to mark. */
  readonly node: YamlNode;
  readonly value: YamlValue;
  /** The channels that carry it; empty for one that none is seen to. */
  readonly channels: readonly Channel[];
}

const kept = new WeakMap<object, readonly MessageApi[]>();

export function messageApisOf(source: YamlSource, filename: string): readonly MessageApi[] {
  const program = source.ast as object;
  let apis = kept.get(program);
  if (!apis) kept.set(program, (apis = isYaml(source) && !isForeign(source.text, filename) ? documentsOf(source).flatMap((root) => apiOf(root) ?? []) : []));
  return apis;
}

function apiOf(root: YamlValue): MessageApi | undefined {
  const version = root.get('asyncapi')?.text;
  if (version === undefined || !/^[23]\./u.test(version)) return undefined;
  const references = referencesIn(root);
  const channels = (root.get('channels')?.entries() ?? []).flatMap((entry) => channelOf(entry, references, version) ?? []);
  const messages = messagesOf(root, channels, references);
  const protocols = (root.get('servers')?.entries() ?? []).map(({ value }) => (references.resolve(value)?.get('protocol')?.text ?? '').toLowerCase()).filter((protocol) => protocol !== '');
  return { root, references, channels, messages, protocols: new Set(protocols) };
}

function channelOf({ key, value: written, pair }: YamlEntry, references: References, version: string): Channel | undefined {
  const value = references.resolve(written);
  if (!value?.isMapping) return undefined;
  const address = value.get('address');
  // The key is the address in version 2, and a name for the channel in version 3, which stands for one that is left out.
  if (version.startsWith('2.') || address === undefined) return { address: key, node: pair.key ?? written.node, value };
  return address.text === undefined ? undefined : { address: address.text, node: address.node, value };
}

/** Keys that the converter from version 2 to 3 makes up for messages without a name. */
const converted = /^(?:publish|subscribe)\.message(?:\.\d+)?$/u;

function messagesOf(root: YamlValue, channels: readonly Channel[], references: References): Message[] {
  const found = new Map<object, { name: string | undefined; node: YamlNode; value: YamlValue; channels: Channel[] }>();
  const add = (written: YamlValue, key: YamlEntry | undefined, channel: Channel | undefined) => {
    const value = references.resolve(written);
    if (!value?.isMapping || !value.content) return;
    const known = found.get(value.content);
    if (known) {
      if (channel && !known.channels.includes(channel)) known.channels.push(channel);
      return;
    }
    const reference = written.get('$ref')?.text?.split('/').at(-1);
    found.set(value.content, { name: value.get('name')?.text ?? reference ?? (key && !converted.test(key.key) ? key.key : undefined), node: key?.pair.key ?? value.node, value, channels: channel ? [channel] : [] });
  };
  const components = root.get('components', 'messages')?.entries() ?? [];
  // First those with a name of their own, so that they are marked where they stand.
  for (const entry of components) if (!entry.value.get('$ref')) add(entry.value, entry, undefined);
  for (const channel of channels) {
    for (const entry of channel.value.get('messages')?.entries() ?? []) add(entry.value, entry, channel);
    for (const action of ['publish', 'subscribe']) {
      const message = references.resolve(channel.value.get(action))?.get('message');
      for (const one of message?.get('oneOf')?.items() ?? (message ? [message] : [])) add(one, undefined, channel);
    }
  }
  return [...found.values()];
}
