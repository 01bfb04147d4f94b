import { documentsOf, isTemplate, isYaml, type YamlSource } from '../../languages/yaml/documents.js';
import type { YamlEntry, YamlValue } from '../../languages/yaml/value.js';
import { wordsOf } from './event-names.js';

/**
 * The service specifications of a YAML source: documents whose `services` say what each service is for and which events it
 * publishes (see `src/specification.ts` for the form). A compose file, an OpenAPI document or a container of an application
 * framework has `services` too; they are none.
 * Does not see: services that are spread over several documents, as one specification.
 */
export interface Specification {
  readonly root: YamlValue;
  readonly services: readonly SpecifiedService[];
  /** Events that come from or go outside. */
  readonly external: readonly YamlValue[];
}

/** A service as far as it is written in the right form; a list that is missing or no list is `undefined`. */
export interface SpecifiedService {
  readonly name: string;
  readonly entry: YamlEntry;
  readonly path: string | undefined;
  readonly apis: readonly YamlValue[] | undefined;
  readonly publishes: readonly YamlValue[] | undefined;
  readonly subscribes: readonly YamlValue[] | undefined;
  readonly calls: readonly YamlValue[] | undefined;
  readonly engine: YamlValue | undefined;
  /** The name of the database, where it is written. */
  readonly database: YamlValue | undefined;
  readonly cache: YamlValue | undefined;
  readonly queue: YamlValue | undefined;
}

/** The line by which editors find a document's schema. */
const modeline = /^#\s*yaml-language-server:\s*\$schema=\S*architecture\.schema\.json\b/mu;
/** What other documents with `services` say: compose, Swarm, GitLab; containers of Symfony; orchestration of applications. */
const foreign: readonly string[] = ['image', 'build', 'container_name', 'command', 'entrypoint', 'env_file', 'environment', 'depends_on', 'deploy', 'networks', 'volumes', 'restart', 'extends', 'class', 'arguments', 'factory', 'autowire', 'tags'];
const foreignDocument: readonly string[] = ['apiVersion', 'openapi', 'swagger', 'asyncapi', 'arazzo'];

const kept = new WeakMap<object, readonly Specification[]>();

/**
 * The specifications in a source, in order.
 *
 * @param named the user says that this file is one, so that its form need not tell.
 */
export function specificationsOf(source: YamlSource, named = false): readonly Specification[] {
  const program = source.ast as object;
  let found = kept.get(program);
  if (!found) kept.set(program, (found = read(source, named)));
  return found;
}

function read(source: YamlSource, named: boolean): readonly Specification[] {
  const { text } = source;
  if (!text.includes('services') || !isYaml(source) || isTemplate(text)) return [];
  const certain = named || modeline.test(text);
  return documentsOf(source).filter((root) => isSpecification(root, certain)).map((root) => ({
    root,
    services: root.get('services')!.entries().filter(({ value }) => value.isMapping).map((entry) => serviceOf(entry)),
    external: listAt(root, 'external_events') ?? [],
  }));
}

/** Whether at least one service has two of the parts that nothing else with `services` has, and none is of another kind. */
function isSpecification(root: YamlValue, certain: boolean): boolean {
  const services = root.get('services');
  if (!services?.isMapping || foreignDocument.some((key) => root.entry(key) !== undefined)) return false;
  const values = services.entries().map(({ value }) => value);
  if (values.some((value) => foreign.some((key) => value.entry(key) !== undefined))) return false;
  return certain || values.some((value) => marks.filter((isMark) => isMark(value)).length > 1);
}

const marks: readonly ((service: YamlValue) => boolean)[] = [
  (service) => /^[\w -]+$/u.test(service.get('domain')?.text ?? ''),
  (service) => service.get('responsibilities')?.isSequence === true,
  (service) => service.get('apis')?.isSequence === true,
  (service) => ['publishes', 'subscribes'].some((key) => service.get('events', key)?.isSequence === true),
];

function serviceOf(entry: YamlEntry): SpecifiedService {
  const { key, value } = entry;
  const database = value.get('database');
  return {
    name: key,
    entry,
    path: value.get('path')?.text,
    apis: listAt(value, 'apis'),
    publishes: listAt(value, 'events', 'publishes'),
    subscribes: listAt(value, 'events', 'subscribes'),
    calls: listAt(value, 'calls'),
    engine: database?.isMapping ? database.get('engine') : database,
    database: database?.get('name'),
    cache: value.get('cache'),
    queue: value.get('message_queue'),
  };
}

/** The texts of a list. */
function listAt(value: YamlValue, ...path: readonly string[]): readonly YamlValue[] | undefined {
  const list = value.get(...path);
  return list?.isSequence ? list.items().filter(({ text }) => text !== undefined && text !== '') : undefined;
}

/** What two names have alike that mean the same, in whatever style they are written: `user_service` and `UserService`. */
export function nameKey(name: string): string {
  return wordsOf(name).join(' ');
}

/** The same of events, whose names may end in a version: `order.created.v2` is `OrderCreated`. */
export function eventKey(name: string): string {
  return wordsOf(name).join(' ').replace(/ v ?\d+(?: \d+)*$/u, '');
}
