import type { Library, Role } from './schema.js';

/** Which libraries does a text import? For texts that are not parsed: a look at its import sources. */
export interface Mentioned {
  readonly libraries: ReadonlySet<Library>;
  readonly roles: ReadonlySet<Role>;
}

/** The word before the name makes the names be looked for at imports only, not at every string of a text. */
const importSource = /\b(?:from|import|require)\s*(?:\(\s*)?['"]([^'"]*)['"]/gu;

/** Characters of texts whose answers are remembered; a text is the key, so it is kept alive. */
const maxText = 10_000_000;
/** Import sources remembered. */
const maxSources = 10_000;

const none: readonly Library[] = [];

export class Mentions {
  private readonly exact = new Map<string, Library[]>();
  private readonly prefixes: [string, Library][] = [];
  private readonly suffixes: [string, Library][] = [];
  private readonly sources = new Map<string, readonly Library[]>();
  private readonly texts = new Map<string, Mentioned>();
  private length = 0;

  /**
   * @param libraries of one package there may be several; all of them count.
   */
  constructor(libraries: readonly Library[], private readonly rolesOf: (library: Library) => ReadonlySet<Role>) {
    for (const library of libraries) {
      for (const name of [library.package, ...(library.aliases ?? [])]) {
        if (name.endsWith('*')) this.prefixes.push([name.slice(0, -1), library]);
        else for (const spelling of name.startsWith('node:') ? [name, name.slice('node:'.length)] : [name]) this.addExact(spelling, library);
      }
      for (const ending of library.generated ?? []) this.suffixes.push([ending, library]);
    }
  }

  private addExact(name: string, library: Library): void {
    const known = this.exact.get(name);
    if (known) known.push(library);
    else this.exact.set(name, [library]);
  }

  /** What the import sources in a text name. */
  in(text: string): Mentioned {
    let known = this.texts.get(text);
    if (known) return known;
    const libraries = new Set<Library>();
    for (const [, from] of text.matchAll(importSource)) for (const library of this.named(from!)) libraries.add(library);
    const roles = new Set<Role>();
    for (const library of libraries) for (const role of this.rolesOf(library)) roles.add(role);
    if ((this.length += text.length) > maxText) {
      this.texts.clear();
      this.length = text.length;
    }
    this.texts.set(text, (known = { libraries, roles }));
    return known;
  }

  private named(from: string): readonly Library[] {
    let known = this.sources.get(from);
    if (!known) {
      const found = [
        ...(this.exact.get(from) ?? none),
        ...this.prefixes.filter(([prefix]) => from.startsWith(prefix)).map(([, library]) => library),
        ...this.suffixes.filter(([suffix]) => from.endsWith(suffix) || from.endsWith(`${suffix}.js`)).map(([, library]) => library),
      ];
      if (this.sources.size >= maxSources) this.sources.clear();
      this.sources.set(from, (known = found.length > 0 ? found : none));
    }
    return known;
  }
}
