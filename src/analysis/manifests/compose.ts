import { documentsOf, isTemplate, isYaml, type YamlSource } from '../../languages/yaml/documents.js';
import type { YamlEntry, YamlValue } from '../../languages/yaml/value.js';

/**
 * The services of a Docker Compose file, after the Compose Specification (https://github.com/compose-spec/compose-spec,
 * checked 2026-11). Files that only change another one have none, since what they leave out, that other file says.
 *
 * Does not see: what the other files of a `-f` list or an override file add; services of the old format without `services`.
 */
export interface ComposeFile {
  /** By name, in the order of the text. */
  readonly services: ReadonlyMap<string, ComposeService>;
  /** For Docker Swarm, which knows no conditions in `depends_on`. */
  readonly swarm: boolean;
}

export interface ComposeService {
  readonly name: string;
  /** Where the service is written. */
  readonly entry: YamlEntry;
  /** Extends a service of another file: what it does not say itself is not known. */
  readonly open: boolean;
  /** What the service says of a key, itself or through what it extends in the same file. */
  get(key: string): YamlEntry | undefined;
}

/** What may stand at the top of a compose file, beside `x-` extensions. */
const topLevel: ReadonlySet<string> = new Set(['version', 'name', 'include', 'services', 'networks', 'volumes', 'secrets', 'configs', 'models']);
const kept = new WeakMap<object, ComposeFile | null>();

/** The compose file that a YAML source is; `undefined` for any other, for templates and for overrides. */
export function composeOf(source: YamlSource, filename: string): ComposeFile | undefined {
  const program = source.ast as object;
  let file = kept.get(program);
  if (file === undefined) kept.set(program, (file = read(source, filename) ?? null));
  return file ?? undefined;
}

function read(source: YamlSource, filename: string): ComposeFile | undefined {
  const base = filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
  if (!source.text.includes('services') || !isYaml(source) || isTemplate(source.text) || /override/iu.test(base)) return undefined;
  const documents = documentsOf(source);
  const [root] = documents;
  const written = root?.get('services')?.entries() ?? [];
  if (documents.length !== 1 || written.length === 0 || !root!.entries().every(({ key }) => topLevel.has(key) || key.startsWith('x-'))) return undefined;
  const all = new Map(written.map((entry) => [entry.key, entry]));
  const services = new Map(written.map((entry) => [entry.key, serviceOf(entry, all)]));
  const list = [...services.values()];
  // A service of which nothing says what it runs is completed by another file, and then so may be its neighbours.
  if (!list.every((service) => service.open || ['image', 'build', 'provider'].some((key) => service.get(key)))) return undefined;
  return {
    services,
    swarm: /(?:^|[-_.])(?:stack|swarm)(?:[-_.]|$)/iu.test(base) || list.some((service) => isSwarm(service)),
  };
}

function serviceOf(entry: YamlEntry, all: ReadonlyMap<string, YamlEntry>): ComposeService {
  const chain = [entry];
  let open = false;
  for (let from = entry; ;) {
    const parent = from.value.get('extends');
    if (!parent || parent.isNull) break;
    const name = parent.isMapping ? parent.get('service')?.text : parent.text;
    const next = parent.get('file') === undefined && name !== undefined ? all.get(name) : undefined;
    if (!next || chain.includes(next)) {
      open = true;
      break;
    }
    chain.push((from = next));
  }
  // What it extends comes first, so that what it says itself wins.
  const keys = new Map([...chain].reverse().flatMap(({ value }) => value.entries()).filter(({ value }) => !value.isNull).map((one) => [one.key, one]));
  return { name: entry.key, entry, open, get: (key) => keys.get(key) };
}

/** What only Swarm reads of `deploy`. */
function isSwarm(service: ComposeService): boolean {
  const deploy = service.get('deploy')?.value;
  return ['placement', 'update_config', 'rollback_config', 'endpoint_mode'].some((key) => deploy?.get(key) !== undefined) || deploy?.get('mode')?.text === 'global';
}

/** The words of a `command`, an `entrypoint` or a `test`, written as a list or as one text. */
export function wordsOf(value: YamlValue | undefined): string {
  if (!value) return '';
  return value.isSequence ? value.items().map(({ text }) => text ?? '').join(' ') : value.text ?? '';
}
