import { libraries } from '../generated/libraries.js';
import { Mentions } from './mentions.js';
import type { Action, Entity, Library, Role } from './schema.js';

/** All libraries the plugin knows in one run, found by import source. */
export interface Catalog {
  /** The library an import source leads to. */
  find(importSource: string): Library | undefined;
  /** Every role the library's package, exports and types can have. */
  rolesOf(library: Library): ReadonlySet<Role>;
  /** Those of them that the package as a whole has, and those that one of its exports leads to; `name` may also be a key of several. */
  rolesOfExport(library: Library, name: string): ReadonlySet<Role>;
  /** The roles of the libraries that a text imports, by its import sources; for files not yet parsed. Remembered. */
  mentionedIn(text: string): ReadonlySet<Role>;
  /** A narrower test of texts: one also names a call with this role for which `counts` holds, where the library's calls have names. */
  callTest(role: Role, counts?: (action: Action) => boolean): CallTest;
  /** Names one of which stands on the way to every call of what a value of the library can lead to; `undefined` where none need to. */
  calledNames(library: Library): ReadonlySet<string> | undefined;
  /** What a `returns` or `is` of `library` refers to. */
  type(library: Library, ref: string): { library: Library; entity: Entity } | undefined;
  readonly libraries: readonly Library[];
}

/** Tells texts apart that may make certain calls, and parts of them, such as functions. */
export interface CallTest {
  test(text: string): boolean;
  /**
   * @param part of a text that passes.
   * @param imports of that text, with the words of each import.
   */
  testPart(part: string, imports: readonly { readonly from: string; readonly names: readonly string[] }[]): boolean;
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
  const exportMemo = new WeakMap<Library, Map<string, ReadonlySet<Role>>>();
  const mentions = new Mentions(all, rolesOf);
  const calledMemo = new Map<Library, CalledNames>();
  const catalog: Catalog = {
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
    rolesOfExport: (library, name) => {
      let exported = exportMemo.get(library);
      if (!exported) exportMemo.set(library, (exported = new Map<string, ReadonlySet<Role>>()));
      let roles = exported.get(name);
      if (!roles) exported.set(name, (roles = rolesBehind(library, name, rolesOf(library), catalog)));
      return roles;
    },
    mentionedIn: (text) => mentions.in(text).roles,
    callTest: (role, counts = () => true) => {
      const tests = new Map(all
        .filter((library) => rolesOf(library).has(role))
        .map((library) => ({ library, names: namesOf(library, (action) => action.roles?.includes(role) === true && counts(action)) }))
        .filter(({ names }) => names === undefined || names.length > 0)
        .map(({ library, names }) => [library, { names, isNamed: wordTest(names) }] as const));
      const anyName = wordTest([...tests.values()].flatMap(({ names }) => names ?? []));
      const nameless = new Set([...tests].filter(([, { names }]) => !names).map(([library]) => library));
      return {
        test: (text) => mentions.in(text).roles.has(role) && [...mentions.in(text).libraries].some((library) => tests.get(library)?.isNamed.test(text) === true),
        testPart: (part, imports) => anyName.test(part) || imports.some(({ from, names }) => {
          const library = nameless.size > 0 ? catalog.find(from) : undefined;
          return library !== undefined && nameless.has(library) && (names.length === 0 || wordTest(names).test(part));
        }),
      };
    },
    calledNames: (library) => {
      let names = calledMemo.get(library);
      if (!names) calledMemo.set(library, (names = calledNamesOf(library, (name) => exact.get(name))));
      return names.isAny ? undefined : names.names;
    },
    type: (library, ref) => {
      const [packageName, name] = ref.split('#');
      const owner = packageName ? exact.get(packageName) : library;
      const entity = name === undefined ? undefined : (owner?.types?.[name] ?? owner?.exports[name]);
      return owner && entity ? { library: owner, entity } : undefined;
    },
  };
  return catalog;
}

/** Names by which a library's actions with a role are called; `undefined` where any name may be used (a default export). */
function namesOf(library: Library, counts: (action: Action) => boolean): string[] | undefined {
  const found = new Set<string>();
  const add = (key: string, entity: Entity) => {
    if ([entity.call, entity.new, entity.decorate].some((action) => action && counts(action))) for (const name of key.split('|')) found.add(name);
    for (const [name, member] of Object.entries(entity.members ?? {})) add(name, member);
  };
  for (const table of [library.exports, library.types ?? {}]) for (const [name, entity] of Object.entries(table)) add(name, entity);
  return found.has('default') || found.has('*') ? undefined : [...found];
}

interface CalledNames {
  readonly names: Set<string>;
  /** Something without a name is called: an instance itself, or a member of any name. */
  isAny: boolean;
}

/** The names under which actions with roles or registrations stand, in the library and in those whose types its own lead to. */
function calledNamesOf(library: Library, find: (name: string) => Library | undefined): CalledNames {
  const found: CalledNames = { names: new Set(), isAny: false };
  const seen = new Set<Library>();
  const leadTo = (ref: string | undefined) => {
    const other = ref === undefined || ref.startsWith('#') ? undefined : find(ref.split('#')[0]!);
    if (other) visit(other);
  };
  const counts = (action: Action | undefined) => {
    leadTo(action?.returns);
    for (const ref of Object.values(action?.passes ?? {}).flat()) leadTo(ref);
    return action !== undefined && (action.registers !== undefined || (action.roles?.length ?? 0) > 0);
  };
  const add = (key: string, entity: Entity, isType: boolean, owner?: string) => {
    leadTo(entity.is);
    const [isCalled, isMade, isDecorator] = [counts(entity.call), counts(entity.new), counts(entity.decorate)];
    // Members of any name count by the name of what they are members of.
    const names = key === '*' ? owner : key;
    if (isCalled && (isType || names === undefined)) found.isAny = true;
    if (isCalled || isMade || isDecorator) for (const name of names?.split('|') ?? []) found.names.add(name);
    for (const [name, member] of Object.entries(entity.members ?? {})) add(name, member, false, isType || key === '*' ? undefined : key);
  };
  const visit = (at: Library) => {
    if (seen.has(at)) return;
    seen.add(at);
    for (const [name, entity] of Object.entries(at.exports)) add(name, entity, false);
    for (const [name, entity] of Object.entries(at.types ?? {})) add(name, entity, true);
  };
  visit(library);
  return found;
}

function wordTest(names: readonly string[] | undefined): RegExp {
  if (!names) return /(?:)/u;
  return names.length ? new RegExp(String.raw`\b(?:${names.map(escape).join('|')})\b`, 'u') : /(?!)/u;
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

/** Follows an export through its members, what its calls give, and what functions are handed. */
function rolesBehind(library: Library, name: string, all: ReadonlySet<Role>, catalog: Pick<Catalog, 'type'>): ReadonlySet<Role> {
  // A default export of a CommonJS package is the whole of it.
  if (name === 'default' || name === '*') return all;
  const found = new Set<Role>(library.roles);
  const seen = new Set<Entity>();
  const follow = (owner: Library, ref: string | undefined) => {
    const type = ref ? catalog.type(owner, ref) : undefined;
    if (type) add(type.library, type.entity);
  };
  const add = (owner: Library, entity: Entity) => {
    if (seen.has(entity)) return;
    seen.add(entity);
    for (const action of [entity.new, entity.call, entity.decorate, entity.annotate]) {
      for (const role of action?.roles ?? []) if (all.has(role)) found.add(role);
      follow(owner, action?.returns);
      for (const ref of Object.values(action?.passes ?? {}).flat()) follow(owner, ref);
    }
    follow(owner, entity.is);
    for (const member of Object.values(entity.members ?? {})) add(owner, member);
  };
  const exported = Object.entries(library.exports);
  const named = exported.find(([names]) => names === name || names.split('|').includes(name)) ?? exported.find(([names]) => names === '*');
  if (named) add(library, named[1]);
  return found;
}
