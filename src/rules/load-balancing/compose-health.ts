import { composeOf, type ComposeFile, type ComposeService } from '../../analysis/manifests/compose.js';
import { connectsElsewhere, databasesOf, dependenciesOf, isRestarted, leavesWaiting, type Database } from '../../analysis/manifests/compose-health.js';
import { followsReleases, keepsData, pulledImage } from '../../analysis/manifests/compose-images.js';
import { sharedDatabases } from '../../analysis/manifests/compose-owners.js';
import { literalSecrets } from '../../analysis/manifests/compose-secrets.js';
import { waitsItself } from '../../analysis/manifests/compose-startup.js';
import { isLocal } from '../../analysis/manifests/environments.js';
import type { FileContext } from '../../analysis/context.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { conditionsInstead } from '../../kit/fixers/compose-conditions.js';

/**
 * Compose starts a service when the containers it depends on run, not when they can answer. A database that has just started
 * refuses connections, so whoever does not wait for its healthcheck fails now and then, mostly on a fresh machine or in CI.
 *
 * Fields: Compose Specification, checked 2026-11.
 */
export default createRule({
  name: 'compose-health',
  principle: 'load-balancing',
  description: 'Require compose services to wait until their database can answer, and databases of a named version',
  fix: 'suggestion',
  presets: false,
  language: 'YAML',
  needs: [],
  needsText: /^services:/mu,
  messages: {
    early: '`{{service}}` starts when the container of {{databases}} runs, though a healthcheck says when it can answer (load-balancing). Wait with `condition: service_healthy`.',
    unchecked: 'Nothing tells {{services}} when {{title}} can answer, since `{{database}}` has no `healthcheck` (load-balancing). Add one, for instance with `{{probe}}`, and wait for it.',
    unwatched: 'Nothing notices when `{{database}}` no longer answers, since it has no `healthcheck` (load-balancing). Add one, for instance with `{{probe}}`.',
    never: 'Compose refuses to start {{services}}: the condition is that `{{database}}` is healthy, which nothing checks (load-balancing). Give `{{database}}` a `healthcheck`.',
    version: '`{{image}}` is another release after the next pull, which may not open the data of the one before (load-balancing). Name a version.',
    secret: '`{{name}}` states its secret, which everybody who can read this file then has (load-balancing). Replace it, and read it from a variable or a secrets file.',
    shared: '{{services}} open one database, `{{database}}`, so none can change its tables without the others (load-balancing). Give each its own.',
    wait: 'Wait until {{databases}} can answer.',
  },
  options: {
    allowRestarts: { description: 'Leave services alone that Docker restarts until their database answers, where the file has no healthcheck to wait for.', type: 'boolean', default: true },
    everyDatabase: { description: 'Require a healthcheck also of databases that no service depends on, and of those that answer at once, such as Redis.', type: 'boolean', default: false },
    sharedDatabases: { description: 'Report services built from different folders that open the same database.', type: 'boolean', default: false },
  },
  strict: { sharedDatabases: true },
  *check({ source, context, options }) {
    const file = composeOf(source, context.filename);
    if (!file) return;
    const databases = databasesOf(file);
    const local = isLocal(context);
    const judged = new Set<unknown>();
    for (const service of file.services.values()) {
      if (!file.swarm) yield* inDependencies({ source, context, options }, file, service, databases, judged);
      for (const secret of literalSecrets(service)) if (secret.issued || !local) yield { node: secret.at, messageId: 'secret', data: { name: secret.name } };
    }
    for (const database of file.swarm ? [] : databases.values()) yield* inDatabase({ source, context, options }, file, database, databases);
    yield* inVersions(file);
    if (!options.sharedDatabases) return;
    for (const { database, owners } of sharedDatabases(file, databases)) {
      yield { node: owners[1]!.entry.pair.key ?? owners[1]!.entry.pair, messageId: 'shared', data: { database, services: quoted(owners.map(({ name }) => name)) } };
    }
  },
});

interface Input { readonly source: { readonly text: string }; readonly context: FileContext; readonly options: { readonly allowRestarts: boolean; readonly everyDatabase: boolean } }
type Databases = ReadonlyMap<string, Database>;

/** @param judged lists of dependencies that were looked at; one that services share by a merge key is one cause. */
function* inDependencies({ source, context, options: { allowRestarts, everyDatabase } }: Input, file: ComposeFile, service: ComposeService, databases: Databases, judged: Set<unknown>) {
  const dependencies = dependenciesOf(service);
  const list = service.entry.value.entry('depends_on');
  if (!list || judged.has(list.value.content) || databases.has(service.name)) return;
  const ready = dependencies.filter(({ name, short }) => {
    const database = databases.get(name);
    return short && database && answers(database, allowRestarts && isRestarted(service)) && !leavesWaiting(file, service, name) && !connectsElsewhere(service, database);
  });
  const early = ready.filter(({ name }) => everyDatabase || databases.get(name)?.quick !== true);
  const [first] = early;
  if (!first || waitsItself(service, context)) return;
  judged.add(list.value.content);
  const names = quoted([...new Set(early.map(({ name }) => name))]);
  // Whoever waits at all may as well wait for all that have a healthcheck.
  const fix: Fix = (fixer) => conditionsInstead(fixer, source, list, (name) => (ready.some((one) => one.name === name) ? 'service_healthy' : 'service_started'));
  yield { node: first.at, messageId: 'early', data: { service: service.name, databases: names }, suggest: [{ messageId: 'wait', data: { databases: names }, fix }] } as const;
}

/** Whether something says when a database can answer. A check that only the image brings is easily missed, and a restart does as well. */
function answers({ service, health }: Database, restarted: boolean): boolean {
  return health === 'checked' && (service.get('healthcheck') !== undefined || !restarted);
}

function* inDatabase({ context, options: { allowRestarts, everyDatabase } }: Input, file: ComposeFile, one: Database, databases: Databases) {
  const { service, image, quick, health } = one;
  if (health !== 'unchecked' || !image) return;
  const { name: database, entry } = service;
  const refused = [...file.services.values()].flatMap((other) => dependenciesOf(other).filter(({ name, condition }) => name === database && condition?.text === 'service_healthy').map(({ condition }) => ({ other, condition: condition! })));
  if (refused[0]) {
    yield { node: refused[0].condition.node, messageId: 'never', data: { database, services: quoted(refused.map(({ other }) => other.name)) } } as const;
    return;
  }
  const node = entry.pair.key ?? entry.pair;
  const dependants = quick && !everyDatabase ? [] : [...file.services.values()].filter((other) => other.get('build') && !databases.has(other.name) && !(allowRestarts && isRestarted(other))
    && dependenciesOf(other).some(({ name, short }) => short && name === database) && !connectsElsewhere(other, one) && !waitsItself(other, context));
  if (dependants.length > 0) yield { node, messageId: 'unchecked', data: { database, title: image.title, probe: image.probe, services: quoted(dependants.map(({ name }) => name)) } } as const;
  else if (everyDatabase) yield { node, messageId: 'unwatched', data: { database, probe: image.probe } } as const;
}

/** The same image in several services is one decision. */
function* inVersions(file: ComposeFile) {
  const seen = new Set<string>();
  for (const service of file.services.values()) {
    const image = pulledImage(service);
    if (!image || !keepsData(service, image) || !followsReleases(image) || seen.has(image.text)) continue;
    seen.add(image.text);
    yield { node: service.get('image')!.value.node, messageId: 'version', data: { image: image.text } } as const;
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
