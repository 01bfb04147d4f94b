import type { Catalog } from '../catalog/catalog.js';
import type { Action, Entity, Library } from '../catalog/schema.js';
import type { SourceCode } from './service.js';
import type { Use } from './use.js';

/** What an expression is, as far as the catalog knows. */
export interface Known {
  readonly library: Library;
  readonly entity: Entity;
  /** Readable path from the package: `ioredis.Redis`, `openai.OpenAI().chat.completions.create`. */
  readonly path: string;
  /** The expression is a promise of it. */
  readonly promise: boolean;
  /** What project code adds to it: members of an object or namespace of the project. */
  readonly member?: (name: string) => Known | undefined;
  /** What calling it gives, if it is a function of the project. */
  readonly result?: Known;
  /** The construction or call that gave the instance whose member it is, or that it is itself, where the code shows one. */
  readonly origin?: Origin;
}

/** Where an instance comes from: a use, in the file in which it stands. */
export interface Origin {
  readonly source: SourceCode;
  readonly use: Use;
}

const split = new WeakMap<Record<string, Entity>, Map<string, Entity>>();

/** Looks a name up in a table whose keys may name several (`get|post`) or any other (`*`). */
export function lookUp(table: Record<string, Entity> | undefined, name: string): Entity | undefined {
  if (!table) return undefined;
  let names = split.get(table);
  if (!names) {
    names = new Map(Object.entries(table).flatMap(([key, entity]) => key.split('|').map((one) => [one, entity] as const)));
    split.set(table, names);
  }
  return names.get(name) ?? names.get('*');
}

const modules = new WeakMap<Library, Entity>();

/**
 * A package as one value: what `require()`, a namespace import and, since most packages are CommonJS, a default import give.
 */
export function moduleOf(library: Library): Known {
  let entity = modules.get(library);
  if (!entity) {
    const main = lookUp(library.exports, 'default');
    entity = { ...main, members: { ...main?.members, ...library.exports } };
    modules.set(library, entity);
  }
  return { library, entity, path: library.package, promise: false };
}

/** A named export of a package. */
export function exportOfLibrary(library: Library, name: string): Known | undefined {
  if (name === 'default') return moduleOf(library);
  const entity = lookUp(library.exports, name);
  return entity && { library, entity, path: `${library.package}.${name}`, promise: false };
}

/** The property `name` of a known value. */
export function memberOf(catalog: Catalog, known: Known, name: string): Known | undefined {
  const own = known.member?.(name);
  if (own) return own;
  const entity = lookUp(known.entity.members, name);
  const origin = known.origin && { origin: known.origin };
  if (entity) return { library: known.library, entity, path: `${known.path}.${name}`, promise: false, ...origin };
  const type = known.entity.is === undefined ? undefined : catalog.type(known.library, known.entity.is);
  return type && memberOf(catalog, { ...type, path: known.path, promise: false, ...origin }, name);
}

/** What `new x()` or `x()` gives. */
export function resultOf(catalog: Catalog, known: Known, action: Action): Known | undefined {
  const type = action.returns === undefined ? undefined : catalog.type(known.library, action.returns);
  return type && { ...type, path: `${known.path}()`, promise: action.async === true };
}

/** The value that a variable annotated with `known` as its type holds. */
export function instanceOf(catalog: Catalog, known: Known): Known | undefined {
  const ref = known.entity.is ?? known.entity.new?.returns;
  const type = ref === undefined ? undefined : catalog.type(known.library, ref);
  return type && { ...type, path: known.path, promise: false };
}

/** What a variable holds whose type is an instance of `known`, what `known` returns, or `known` itself. */
export function heldBy(catalog: Catalog, of: 'instance' | 'result' | 'value', known: Known): Known | undefined {
  if (of === 'value') return known;
  if (of === 'instance') return instanceOf(catalog, known);
  return known.result ?? (known.entity.call && resultOf(catalog, known, known.entity.call));
}
