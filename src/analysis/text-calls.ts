/**
 * What a part of a text imports and calls, by its words: for texts that are not parsed.
 * Does not see: names that are assigned to others (`const f = g`), calls without brackets, what strings and comments merely look like.
 */

/** An import of a text. */
export interface TextImport {
  readonly from: string;
  /** Names bound here, with the name of the export: `default`, `*` of the whole module; words of both where nobody can tell. */
  readonly bound: ReadonlyMap<string, string>;
  /** The names bound here. */
  readonly names: readonly string[];
  /** `export ... from`, or a `require` in an expression: bound to no name. */
  readonly passedOn: boolean;
}

/** Imports of one file that are looked into. */
const maxImports = 80;

const word = /[A-Za-z_$][\w$]*/gu;

/** The identifiers and keywords of a text. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.match(word));
}

const importPattern = /\b(import|export)\b([^'"`;()]{0,2000}?)\bfrom\s*['"]([^'"\n]+)['"]|(?:\b(?:const|let|var)\s+([^=;]{1,500}?)=\s*|\bimport\s+([\w$]+)\s*=\s*)?(?:\bawait\s+)?\b(?:require|import)\s*\(\s*['"]([^'"\n]+)['"]\s*\)/gu;

/** The imports of a text: declarations, re-exports, `require` and `import()` with a literal. */
export function importsIn(text: string): TextImport[] {
  const found: TextImport[] = [];
  for (const [, keyword, clause, from, pattern, alias, called] of text.matchAll(importPattern)) {
    if (keyword === 'import' && /^\s*type\b(?!\s*,)/u.test(clause ?? '')) continue;
    const bound = keyword === 'export' ? new Map<string, string>() : boundIn(clause ?? pattern ?? alias ?? '');
    found.push({ from: (from ?? called)!, bound, names: [...bound.keys()], passedOn: bound.size === 0 });
    if (found.length >= maxImports) break;
  }
  return found;
}

/** `a`, `* as a`, `{ a, b as c }`, `{ a: b }` and what a declaration combines of them. */
function boundIn(clause: string): Map<string, string> {
  const bound = new Map<string, string>();
  const braces = /\{([^{}]*)\}/u.exec(clause);
  for (const part of braces?.[1]?.split(',') ?? []) {
    const [name, local = name] = wordsOf(part.replace(/^\s*type\b|\bas\b/gu, ' '));
    if (name !== undefined && local !== undefined) bound.set(local, name);
  }
  const rest = braces ? clause.replace(braces[0], ' ') : clause;
  const namespace = /\*\s*as\s+([\w$]+)/u.exec(rest)?.[1];
  if (namespace !== undefined) bound.set(namespace, '*');
  else for (const name of wordsOf(rest.split(':')[0] ?? '')) bound.set(name, 'default');
  return bound;
}

/** Objects whose methods are nobody's of the project. */
const globals = /^(?:Array|Buffer|Date|JSON|Math|Number|Object|Promise|String|console|process|req|request|res|response)$/u;
const control = new Set(['async', 'await', 'catch', 'for', 'function', 'if', 'import', 'require', 'return', 'super', 'switch', 'typeof', 'while']);
const callPattern = /(?<![\w$#])(\bnew\s+)?((?:[\w$#]+\s*[?!]?\.\s*)*)([\w$#]+)\s*(?:\?\.\s*)?(?=[(<])/gu;

/** Which functions the calls in a part of a text may mean, by their names and by what stands before the dot. */
export class TextCalls {
  private readonly found: { readonly root: string; readonly name: string; readonly isNew: boolean }[] = [];
  private readonly through = new Map<string, ReadonlySet<string>>();
  private readonly importOf = new Map<string, TextImport>();
  private words: ReadonlySet<string> | undefined;

  /**
   * @param text of the part.
   * @param imports of the whole text.
   */
  constructor(readonly text: string, private readonly imports: readonly TextImport[]) {}

  /** Names of functions of the same file that it may call. */
  local(): ReadonlySet<string> {
    return this.calls('');
  }

  /** Names of functions behind the import of `from` that it may call; `new Redis` where it makes an instance. */
  of(from: string): ReadonlySet<string> {
    return this.calls(from);
  }

  /** Names of all functions that it may call. */
  all(): ReadonlySet<string> {
    return this.calls('*');
  }

  /** Whether it has one of the words at all. */
  has(names: readonly string[]): boolean {
    this.words ??= wordsOf(this.text);
    return names.some((name) => this.words?.has(name));
  }

  private calls(from: string): ReadonlySet<string> {
    let names = this.through.get(from);
    if (names) return names;
    if (this.through.size === 0) this.read();
    const found = new Set<string>();
    for (const { root, name, isNew } of this.found) {
      const entry = this.importOf.get(root);
      if (entry !== undefined && entry.from !== from && from !== '*') continue;
      // Called itself, it goes by the name of the export; a method by its own.
      const called = entry && root === name ? (entry.bound.get(name) ?? name) : name;
      found.add(isNew ? `new ${called}` : called);
    }
    this.through.set(from, (names = found));
    return names;
  }

  private read(): void {
    for (const entry of this.imports) for (const name of entry.names) this.importOf.set(name, entry);
    for (const { 1: made, 2: path = '', 3: name = '', index } of this.text.matchAll(callPattern)) {
      const isChained = this.text[index - 1] === '.';
      const root = isChained ? '' : (/^[\w$#]+/u.exec(path)?.[0] ?? name);
      if (!globals.test(root) && !control.has(name)) this.found.push({ root, name, isNew: made !== undefined });
    }
  }
}
