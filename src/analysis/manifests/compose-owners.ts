import { wordsOf, type ComposeFile, type ComposeService } from './compose.js';
import { isDatabaseTool, pulledImage } from './compose-images.js';
import type { Database } from './compose-health.js';

/**
 * Which services of a compose file open the same database, so that none of them can change its tables alone.
 * An owner is what is built from one folder or pulled under one name, with its workers, jobs and migrations.
 *
 * Does not see: names in `.env` and `env_file`, and which tables or schemas a service uses where its address does not say it.
 */
export interface SharedDatabase {
  readonly server: string;
  readonly database: string;
  /** One service of each owner, in the order of the text. */
  readonly owners: readonly ComposeService[];
}

/** The databases that services of at least two owners open under the same name. */
export function sharedDatabases(file: ComposeFile, databases: ReadonlyMap<string, Database>): readonly SharedDatabase[] {
  const found = new Map<string, { server: string; database: string; owners: Map<string, ComposeService> }>();
  for (const service of file.services.values()) {
    const owner = databases.has(service.name) || isHelper(service) ? undefined : ownerOf(service);
    if (owner === undefined) continue;
    for (const { server, database } of openedBy(service, databases)) {
      const key = `${server}/${database}`;
      const entry = found.get(key) ?? { server, database, owners: new Map<string, ComposeService>() };
      found.set(key, entry);
      if (!entry.owners.has(owner)) entry.owners.set(owner, service);
    }
  }
  return [...found.values()].filter(({ owners }) => owners.size > 1).map(({ server, database, owners }) => ({ server, database, owners: [...owners.values()] }));
}

/** Jobs and tools work on the database of somebody else. */
function isHelper(service: ComposeService): boolean {
  return isDatabaseTool(service) || /worker|migrat|seed|init|setup|job|cron|schedul|beat|celery|queue|flower|backup|studio|admin|console|dashboard|monitor|metric|export|test|debezium|connect/iu.test(service.name)
    || /migrat|seed/iu.test(wordsOf(service.get('command')?.value));
}

/** What a service is built from: its folder. Those that are only pulled may all belong to one product. */
function ownerOf(service: ComposeService): string | undefined {
  const build = service.get('build')?.value;
  const context = build?.text ?? build?.get('context')?.text;
  if (context === undefined || context.includes('$') || pulledImage(service)) return undefined;
  const folder = context.replace(/^\.\//u, '').replace(/(?<!\/)\/+$/u, '');
  // The folder of the whole repository says nothing about what is built from it.
  return folder === '' || folder === '.' || folder === '..' ? undefined : folder;
}

const address = /\b(?:postgres(?:ql)?|mysql2?|mariadb|mongodb|sqlserver)(?:\+\w+)?:\/\/(?:[^@\s/]*@)?([\w.-]+)(?::\d+)?\/([\w-]+)(?:\?([^\s"']*))?/gu;

/** The databases whose addresses stand in the environment of a service. */
function openedBy(service: ComposeService, databases: ReadonlyMap<string, Database>) {
  const environment = service.get('environment')?.value;
  const texts = [...(environment?.entries().map(({ value }) => value.text) ?? []), ...(environment?.items().map(({ text }) => text) ?? [])];
  return texts.flatMap((text) => [...(text ?? '').matchAll(address)]).flatMap(([, server, database, query]) => {
    const known = server !== undefined && databases.has(server);
    // A schema of its own is what keeps services apart within a server.
    return known && database !== undefined && !/schema|search_path/iu.test(query ?? '') ? [{ server, database }] : [];
  });
}
