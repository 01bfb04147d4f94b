import type { Host } from '../host.js';
import type { YamlValue } from '../languages/yaml/value.js';
import type { FileContext } from './context.js';
import { normalized } from './paths.js';
import { engineOf } from './database-engines.js';
import { relativePath } from './files.js';
import { isPattern } from './manifests/specification-events.js';
import { eventKey, nameKey, specificationsOf, type SpecifiedService } from './manifests/specifications.js';

/** The service specification that `settings.archprinciples.spec` names, read for rules that check code against it. */
export interface ReadSpecification {
  /** The file that holds it, as a path of its own. */
  readonly file: string;
  readonly services: readonly ServiceFacts[];
  /** Every event by its key (see `eventKey`) with the service that publishes or subscribes to it first, or `undefined` for one from outside. */
  readonly events: ReadonlyMap<string, string | undefined>;
  /** Some service says whom it calls, so that what none says is not meant to be. */
  readonly statesCalls: boolean;
  /** The same of caches and queues. */
  readonly statesHelpers: boolean;
}

/** What the specification says of one service; a part that it does not say, or not in the right form, is `undefined`. */
export interface ServiceFacts {
  readonly name: string;
  /** The folder of its code below that of the specification, in place of one with its name. */
  readonly path: string | undefined;
  /** Keys of events (see `eventKey`); of a pattern, what its events begin with and ` *`. */
  readonly publishes: ReadonlySet<string> | undefined;
  readonly subscribes: ReadonlySet<string> | undefined;
  /** Keys of services (see `nameKey`); the code may call them. */
  readonly calls: ReadonlySet<string>;
  /** As written; `none` counts as nothing. */
  readonly database: string | undefined;
  /** The engines of database, cache and queue, of which it may open each; `undefined` where one of them is not known. */
  readonly engines: ReadonlySet<string> | undefined;
}

/** The absolute path of the specification, if the settings name one. */
export function specificationFile({ settings, cwd }: FileContext): string | undefined {
  const { spec } = settings;
  if (spec === undefined) return undefined;
  return normalized(/^(?:[/\\]|[A-Za-z]:[\\/])/u.test(spec) ? spec : `${cwd}/${spec}`);
}

/** Files kept at once; one project has one. */
const maxKept = 20;
const kept = new Map<string, { readonly modified: number; readonly read: ReadSpecification | 'unreadable' }>();

/**
 * The specification of the settings; read once and again when its time changes. `unreadable` where the file is missing, no YAML
 * or no specification; `undefined` without such a setting and where there is no file system.
 */
export function readSpecification(context: FileContext): ReadSpecification | 'unreadable' | undefined {
  const file = specificationFile(context);
  const { host } = context;
  if (file === undefined || !host?.parseYaml) return undefined;
  const text = host.read(file);
  if (!text) return 'unreadable';
  const known = kept.get(file);
  if (known?.modified === text.modified) return known.read;
  const read = parsed(host, file, text.text);
  kept.delete(file);
  kept.set(file, { modified: text.modified, read });
  for (const oldest of kept.keys()) if (kept.size > maxKept) kept.delete(oldest);
  return read;
}

function parsed(host: Host, file: string, text: string): ReadSpecification | 'unreadable' {
  const ast = host.parseYaml?.(text);
  const [specification] = ast === undefined ? [] : specificationsOf({ text, ast }, true);
  if (!specification || specification.services.length === 0) return 'unreadable';
  const { services, external } = specification;
  const events = new Map<string, string | undefined>();
  for (const { name, publishes = [], subscribes = [] } of services) for (const { text: event } of [...publishes, ...subscribes]) if (!events.has(eventKey(event!))) events.set(eventKey(event!), name);
  for (const { text: event } of external) if (!events.has(eventKey(event!))) events.set(eventKey(event!), undefined);
  return {
    file,
    services: services.map(factsOf),
    events,
    statesCalls: services.some(({ calls }) => calls !== undefined),
    statesHelpers: services.some(({ cache, queue }) => cache !== undefined || queue !== undefined),
  };
}

function factsOf({ name, path, publishes, subscribes, calls, engine, cache, queue }: SpecifiedService): ServiceFacts {
  const own = [engine, cache, queue].map((value) => value?.text).filter((text) => text !== undefined && text !== 'none') as string[];
  const queues = queue?.text;
  const engines = own.map((text) => engineOf(text) ?? (text === queues ? text : undefined));
  return {
    name,
    path,
    publishes: keysOf(publishes),
    subscribes: keysOf(subscribes),
    calls: new Set((calls ?? []).map(({ text }) => nameKey(text!))),
    database: engine?.text,
    engines: engine?.text === undefined || engines.includes(undefined) ? undefined : new Set(engines as string[]),
  };
}

function keysOf(list: readonly YamlValue[] | undefined): ReadonlySet<string> | undefined {
  return list && new Set(list.map(({ text }) => (isPattern(text!) ? `${patternStart(text!)} *` : eventKey(text!))));
}

/** What the events have in common that a pattern means: `order` of `order.*`. */
function patternStart(pattern: string): string {
  return eventKey(pattern.slice(0, pattern.search(/[*#>+]/u)));
}

/** Folders that hold folders of services. */
const holders = new Set(['services', 'apps', 'packages', 'src', 'modules', 'microservices', 'backend', 'server', 'projects']);

/**
 * The service to whose code a file belongs: by the `path` that the service states, or by a folder named like it, in any style
 * and with or without `service` at its end, that stands beside the specification or below nothing but folders such as `services`,
 * `apps`, `packages`, `src` and `modules`.
 */
export function serviceOfFile({ file, services }: ReadSpecification, filename: string): ServiceFacts | undefined {
  // Below the folder of the specification, or below the one that both share where it has a folder of its own.
  const folder = file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
  const path = relativePath(filename, folder === '' ? '/' : folder);
  const stated = services.find((service) => service.path !== undefined && `${path}/`.startsWith(`${service.path.split('/').filter((part) => part !== '' && part !== '.').join('/')}/`));
  if (stated) return stated;
  const folders = path.split('/').slice(0, -1);
  for (const name of folders) {
    const found = services.find((service) => service.path === undefined && isNamed(name, service.name));
    if (found) return found;
    if (!holders.has(name.toLowerCase())) return undefined;
  }
  return undefined;
}

/** Whether a folder or host is named like a service: `orders` like `order_service`. */
export function isNamed(name: string, service: string): boolean {
  const bare = (text: string) => nameKey(text).replace(/ (?:services?|svc|api|app)$/u, '').replace(/s$/u, '');
  return name !== '' && bare(name) === bare(service);
}
