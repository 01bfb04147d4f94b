import type { DatabaseImage } from '../../catalog/database-images.js';
import type { YamlValue } from '../../languages/yaml/value.js';
import { wordsOf, type ComposeFile, type ComposeService } from './compose.js';
import { databaseImage, pulledImage } from './compose-images.js';

/**
 * Which services of a compose file are databases or brokers, whether anything finds out that they can answer, and who starts
 * before that.
 * Does not see: names in variables, and databases whose image nobody here knows and whose healthcheck does not name them.
 */
export interface Database {
  readonly service: ComposeService;
  /** What is known of its image. */
  readonly image: DatabaseImage | undefined;
  /** Nobody needs to wait for it: it answers within a moment of its start, or its clients wait by themselves. */
  readonly quick: boolean;
  /** `checked`: by the file or by the image. `unknown`: an image that nobody here knows, or another file may say. */
  readonly health: 'checked' | 'disabled' | 'unchecked' | 'unknown';
}

/** The databases and brokers of a file, by the name of their service. */
export function databasesOf({ services }: ComposeFile): ReadonlyMap<string, Database> {
  const found = new Map<string, Database>();
  for (const service of services.values()) {
    const image = databaseImage(pulledImage(service));
    const program = image ? undefined : databaseProgram(service);
    if (image || program) found.set(service.name, { service, image, quick: image ? image.quick === true : /^(?:redis|valkey|mongo)/u.test(program!), health: healthOf(service, image) });
  }
  return found;
}

/** The program of a database with which the healthcheck asks, whatever the image is called. */
function databaseProgram(service: ComposeService): string | undefined {
  return /\b(?:pg_isready|mysqladmin|redis-cli|valkey-cli|mongosh?|rabbitmq-diagnostics|rabbitmqctl|cqlsh|clickhouse-client|kafka-topics(?:\.sh)?|kafka-broker-api-versions(?:\.sh)?)\b/u.exec(wordsOf(service.get('healthcheck')?.value.get('test')))?.[0];
}

function healthOf(service: ComposeService, image: DatabaseImage | undefined): Database['health'] {
  const check = service.get('healthcheck')?.value;
  if (check?.get('disable')?.flag === true || wordsOf(check?.get('test')).trim() === 'NONE') return 'disabled';
  if (check?.get('test')) return 'checked';
  if (check || service.open || !image || service.get('build')) return 'unknown';
  return image.checked === 'unknown' ? 'unknown' : image.checked ? 'checked' : 'unchecked';
}

/** One service that another one needs. */
export interface Dependency {
  readonly name: string;
  /** Its name where it is written. */
  readonly at: YamlValue['node'];
  /** Absent in the short form, which waits for the container alone. */
  readonly condition: YamlValue | undefined;
  readonly short: boolean;
}

const kept = new WeakMap<ComposeService, readonly Dependency[]>();

/** What a service names in `depends_on`, in order; none that it can do without. */
export function dependenciesOf(service: ComposeService): readonly Dependency[] {
  let dependencies = kept.get(service);
  if (!dependencies) kept.set(service, (dependencies = readDependencies(service)));
  return dependencies;
}

function readDependencies(service: ComposeService): readonly Dependency[] {
  const written = service.entry.value.get('depends_on');
  if (!written) return [];
  const short = written.items().flatMap((item): Dependency[] => (item.text === undefined ? [] : [{ name: item.text, at: item.node, condition: undefined, short: true }]));
  const long = written.entries().filter(({ value }) => value.get('required')?.flag !== false)
    .map(({ key, value, pair }): Dependency => ({ name: key, at: written.shared || value.shared ? written.node : pair.key ?? pair, condition: value.get('condition'), short: false }));
  return [...short, ...long];
}

/**
 * Whether it is decided elsewhere that a service starts only when a database has answered: it waits for it, or for something
 * that waits, or that would have to.
 */
export function leavesWaiting({ services }: ComposeFile, service: ComposeService, database: string): boolean {
  // A set grows while it is walked through.
  const before = new Set([service]);
  for (const one of before) {
    for (const { name, condition, short } of dependenciesOf(one)) {
      const next = services.get(name);
      if (name !== database && next) before.add(next);
      else if (name === database && (condition?.text === 'service_healthy' || (short && one !== service))) return true;
    }
  }
  return false;
}

/**
 * Whether a service is told by its environment where to connect, and this database is not among it: it depends on it for some
 * other reason, such as a program that both start with.
 */
export function connectsElsewhere(service: ComposeService, { service: database }: Database): boolean {
  const environment = service.get('environment')?.value;
  if (!environment || service.get('env_file')) return false;
  const texts = [...environment.entries().map(({ key, value }) => `${key}=${value.text ?? '$'}`), ...environment.items().map(({ text }) => text ?? '$'), wordsOf(service.get('command')?.value)];
  const names = [database.name, database.get('container_name')?.value.text, database.get('hostname')?.value.text];
  return texts.some((text) => /:\/\/|HOST=/iu.test(text)) && texts.every((text) => !text.includes('$') && !text.split(/[^\w.-]+/u).some((word) => names.includes(word)));
}

/** Whether Docker starts a service again when it ends with an error: it then tries until its database answers. */
export function isRestarted(service: ComposeService): boolean {
  const restart = service.get('restart')?.value.text;
  const condition = service.get('deploy')?.value.get('restart_policy', 'condition')?.text;
  return (restart !== undefined && restart !== 'no' && restart !== 'false') || condition === 'any' || condition === 'on-failure';
}
