import type { YamlValue } from '../../languages/yaml/value.js';
import { engineOf } from '../database-engines.js';
import type { SpecifiedService, Specification } from './specifications.js';

/** A database that a second service says it owns. */
export interface SharedDatabase {
  readonly service: SpecifiedService;
  /** The service that names it first. */
  readonly other: SpecifiedService;
  readonly engine: string;
  /** The second service's name of the database. */
  readonly name: YamlValue;
}

/** Databases with the same engine and name; a service that says its engine alone may well have a database of its own. */
export function sharedDatabases({ services }: Specification): readonly SharedDatabase[] {
  const owners = new Map<string, SpecifiedService>();
  return services.flatMap((service): SharedDatabase[] => {
    const { engine, database: name } = service;
    if (engine?.text === undefined || name?.text === undefined) return [];
    const key = `${engineOf(engine.text) ?? engine.text.toLowerCase()} ${name.text}`;
    const other = owners.get(key);
    if (!other) owners.set(key, service);
    return other ? [{ service, other, engine: engine.text, name }] : [];
  });
}
