import type { Entity, Library } from './schema.js';

/** A `returns` or `is` that names a type which its own library does not state. */
export interface BrokenReference {
  /** Keys from the library to the reference. */
  readonly path: readonly string[];
  readonly ref: string;
}

/** The first reference of a library to a type of its own (`#Type`) that is neither among its types nor its exports. */
export function brokenReference(library: Library): BrokenReference | undefined {
  const known = new Set([...Object.keys(library.types ?? {}), ...Object.keys(library.exports)].flatMap((key) => key.split('|')));
  for (const [ref, path] of references(library)) if (ref.startsWith('#') && !known.has(ref.slice(1))) return { ref, path };
  return undefined;
}

function* references(library: Library): Generator<readonly [ref: string, path: readonly string[]]> {
  for (const table of ['exports', 'types'] as const) {
    for (const [name, entity] of Object.entries(library[table] ?? {})) yield* ofEntity(entity, [table, name]);
  }
}

function* ofEntity(entity: Entity, path: readonly string[]): Generator<readonly [ref: string, path: readonly string[]]> {
  if (entity.is !== undefined) yield [entity.is, [...path, 'is']];
  for (const action of ['new', 'call', 'decorate'] as const) {
    const ref = entity[action]?.returns;
    if (ref !== undefined) yield [ref, [...path, action, 'returns']];
  }
  for (const [name, member] of Object.entries(entity.members ?? {})) yield* ofEntity(member, [...path, 'members', name]);
}
