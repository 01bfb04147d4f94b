import { libraries } from '../generated/libraries.js';
import type { Action, Entity, Library, Role } from './schema.js';

/** All libraries the plugin knows in one run, found by import source. */
export interface Catalog {
  /** The library an import source leads to. */
  find(importSource: string): Library | undefined;
  /** Every role the library's package, exports and types can have. */
  rolesOf(library: Library): ReadonlySet<Role>;
  /** A pattern that a text must match if it imports a library with this role; a plain text test for files not yet parsed. */
  mentions(role: Role): RegExp;
  /** What a `returns` or `is` of `library` refers to. */
  type(library: Library, ref: string): { library: Library; entity: Entity } | undefined;
  readonly libraries: readonly Library[];
}

let builtIn: Catalog | undefined;

/** The catalog without additions from settings. */
export function builtInCatalog(): Catalog {
  return (builtIn ??= createCatalog(libraries));
}

/** Import sources remembered; a run over a large repository sees some thousands. */
const memoLimit = 10_000;

/**
 * Indexes libraries. A later library of the same package replaces an earlier one, so settings win over the built-in facts.
 */
export function createCatalog(all: readonly Library[]): Catalog {
  const exact = new Map<string, Library>();
  const prefixes: [string, Library][] = [];
  const suffixes: [string, Library][] = [];
  for (const library of all) {
    for (const name of [library.package, ...(library.aliases ?? [])]) {
      if (name.endsWith('*')) prefixes.unshift([name.slice(0, -1), library]);
      else exact.set(name, library);
      if (name.startsWith('node:')) exact.set(name.slice('node:'.length), library);
    }
    for (const ending of library.generated ?? []) suffixes.unshift([ending, library]);
  }

  const roleMemo = new Map<Library, ReadonlySet<Role>>();
  const rolesOf = (library: Library): ReadonlySet<Role> => {
    let found = roleMemo.get(library);
    if (!found) roleMemo.set(library, (found = collectRoles(library)));
    return found;
  };

  const found = new Map<string, Library | null>();
  const mentionMemo = new Map<Role, RegExp>();
  return {
    libraries: all,
    find: (source) => {
      let library = found.get(source);
      if (library === undefined) {
        library = exact.get(source)
          ?? prefixes.find(([prefix]) => source.startsWith(prefix))?.[1]
          ?? suffixes.find(([suffix]) => source.endsWith(suffix) || source.endsWith(`${suffix}.js`))?.[1]
          ?? null;
        if (found.size >= memoLimit) found.clear();
        found.set(source, library);
      }
      return library ?? undefined;
    },
    rolesOf,
    mentions: (role) => {
      let pattern = mentionMemo.get(role);
      if (!pattern) {
        const names = all.filter((library) => rolesOf(library).has(role)).flatMap((library) => [
          ...[library.package, ...(library.aliases ?? [])].map(namePattern),
          ...(library.generated ?? []).map((ending) => `[^'"]*${escape(ending)}(?:\\.js)?`),
        ]);
        // The word before the name makes the names be tried at imports only, not at every string of a text.
        pattern = names.length ? new RegExp(String.raw`\b(?:from|import|require)\s*\(?\s*['"](?:${names.join('|')})['"]`, 'u') : /(?!)/u;
        mentionMemo.set(role, pattern);
      }
      return pattern;
    },
    type: (library, ref) => {
      const [packageName, name] = ref.split('#');
      const owner = packageName ? exact.get(packageName) : library;
      const entity = name === undefined ? undefined : (owner?.types?.[name] ?? owner?.exports[name]);
      return owner && entity ? { library: owner, entity } : undefined;
    },
  };
}

function namePattern(name: string): string {
  if (name.endsWith('*')) return `${escape(name.slice(0, -1))}[^'"]*`;
  return name.startsWith('node:') ? `(?:node:)?${escape(name.slice('node:'.length))}` : escape(name);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

function collectRoles(library: Library): Set<Role> {
  const found = new Set<Role>(library.roles);
  const addAction = (action: Action | undefined) => action?.roles?.forEach((role) => found.add(role));
  const add = (entity: Entity) => {
    addAction(entity.new);
    addAction(entity.call);
    addAction(entity.decorate);
    addAction(entity.annotate);
    Object.values(entity.members ?? {}).forEach(add);
  };
  Object.values(library.exports).forEach(add);
  Object.values(library.types ?? {}).forEach(add);
  library.conventions?.forEach(() => found.add('route'));
  return found;
}
