import { engines, helperEngines } from '../catalog/engines.js';
import { wordsOf } from './manifests/event-names.js';

/** What a name of a database engine means: `postgres`, `aurora-postgresql` and `cockroachdb` all take clients of PostgreSQL. */

const byName = new Map(Object.entries(engines).flatMap(([engine, names]) => names.map((name) => [plain(name), engine] as const)));

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/gu, '');
}

/** The engine that a name means, or `undefined` where nobody knows. A version behind it does not matter: `postgres:16`, `PostgreSQL 16`. */
export function engineOf(name: string): string | undefined {
  return byName.get(plain(name)) ?? byName.get(plain(wordsOf(name).filter((word) => !/^v?\d+$/u.test(word)).join('')));
}

/** Whether an engine mostly serves beside a database: as a cache, for sessions or queues. */
export function isHelperEngine(engine: string): boolean {
  return helperEngines.has(engine);
}
