import { isFresh, now } from '../freshness.js';
import { contextOf } from './context.js';
import { fileAtPath, fileBehind, type ProjectFile } from './load.js';
import { mayBeProject } from './project-imports.js';
import type { SourceCode } from './service.js';
import type { TextImport } from './text-calls.js';
import { outlineOf, type Outline, type Piece } from './text-outline.js';

/**
 * May a call lead to something of interest in a file, or in files that it imports? Looks at texts only, by the words in their
 * functions, so that few files are parsed in vain. Answers yes too often rather than too rarely.
 * Does not see: imports with computed sources, functions called by a name that the caller's text does not have.
 */

/** A regular expression without flag `g`, or anything else that tells texts apart. */
export interface TextTest {
  test(text: string): boolean;
  /** Whether a part of a text that passes may itself hold what is looked for; absent: any part may. */
  testPart?(part: string, imports: readonly TextImport[]): boolean;
  /** A value that an imported file makes counts too (`import { mailer } from './mailer'`), where the part that uses it passes. */
  readonly values?: boolean;
}

/** Answers are trusted for this time in milliseconds, as the host trusts what it has read: some file behind may change. */
const trustFor = 1000;
/** After this time all is looked up anew: a file may have been made where an import led nowhere. */
const forgetAfter = 20_000;
/** Files whose texts are held. */
const maxFiles = 5000;

class Answers {
  readonly files = new Map<string, boolean>();
  readonly pieces = new Map<string, Map<Piece, boolean>>();
  readonly named = new Map<string, WeakMap<ReadonlySet<string>, boolean>>();
}

/** What is known as long as no file that was looked at changes. */
class Epoch {
  readonly begun = now();
  readonly answers = new WeakMap<TextTest, Answers>();
  private readonly seen = new Map<string, ProjectFile>();
  private readonly imports = new WeakMap<ProjectFile, Map<string, ProjectFile | undefined>>();
  private checked = this.begun;

  /** Whether the answers still hold: the host's files are those that they were made from. */
  holds(source: SourceCode): boolean {
    if (isFresh(this.checked, trustFor)) return true;
    this.checked = now();
    if (this.checked - this.begun > forgetAfter || this.seen.size > maxFiles) return false;
    for (const [path, file] of this.seen) if (fileAtPath(source, path) !== file) return false;
    return true;
  }

  /** The project file that an import of an unparsed file means. */
  next(source: SourceCode, file: ProjectFile, specifier: string): ProjectFile | undefined {
    let known = this.imports.get(file);
    if (!known) {
      this.imports.set(file, (known = new Map<string, ProjectFile | undefined>()));
      this.seen.set(file.path, file);
    }
    if (known.has(specifier)) return known.get(specifier);
    const found = mayBeProject(source, specifier, file.path) ? fileBehind(source, specifier, file.path) : undefined;
    known.set(specifier, found);
    if (found) this.seen.set(found.path, found);
    return found;
  }
}

const epochs = new WeakMap<object, Epoch>();

/**
 * Whether a function of `file` that goes by one of `words` may hold what passes the test, or lead there by at most `hops` imports.
 * Files that only pass exports on cost no hop.
 *
 * @param words names of functions that the caller calls. Answers are kept by the set, so hand in the same one for the same caller.
 */
export function leadsTo(source: SourceCode, file: ProjectFile, test: TextTest, words: ReadonlySet<string>, hops: number): boolean {
  return searchOf(source, test).file(file, words, hops);
}

/** Whether the text of `file`, or of a file at most `hops` imports behind it, passes at all: cheaper, and a necessary condition of the other. */
export function mayLeadTo(source: SourceCode, file: ProjectFile, test: TextTest, hops: number): boolean {
  return searchOf(source, test).mayLead(file, hops);
}

function searchOf(source: SourceCode, test: TextTest): Search {
  // Other settings may turn other imports into packages, so each catalog has answers of its own.
  const { catalog } = contextOf(source);
  let epoch = epochs.get(catalog);
  if (!epoch?.holds(source)) epochs.set(catalog, (epoch = new Epoch()));
  let known = epoch.answers.get(test);
  if (!known) epoch.answers.set(test, (known = new Answers()));
  return new Search(source, test, known, epoch);
}

class Search {
  constructor(private readonly source: SourceCode, private readonly test: TextTest, private readonly known: Answers, private readonly epoch: Epoch) {}

  /** Whether a function of the file that goes by one of the words leads there. */
  file(file: ProjectFile, words: ReadonlySet<string>, hops: number): boolean {
    if (!this.mayLead(file, hops)) return false;
    const key = `${hops}:${file.path}`;
    let memo = this.known.named.get(key);
    if (!memo) this.known.named.set(key, (memo = new WeakMap()));
    const answer = memo.get(words);
    if (answer !== undefined) return answer;
    memo.set(words, false); // files may import each other
    const outline = knownOf(file).outline();
    const found = [...outline.callable(words)].some((piece) => this.piece(file, outline, piece, hops))
      || outline.imports.some((entry) => {
        if (!entry.passedOn && !entry.names.some((name) => outline.ambient.has(name))) return false;
        return this.behind(file, entry, words, entry.passedOn || outline.isBarrel ? hops : hops - 1);
      });
    memo.set(words, found);
    return found;
  }

  /** Whether a function leads there by what it holds, calls in its file, or calls in others. */
  private piece(file: ProjectFile, outline: Callable, piece: Piece, hops: number): boolean {
    let memo = this.known.pieces.get(`${hops}`);
    if (!memo) this.known.pieces.set(`${hops}`, (memo = new Map<Piece, boolean>()));
    const answer = memo.get(piece);
    if (answer !== undefined) return answer;
    memo.set(piece, false); // a recursion adds nothing
    const found = (this.passes(file) && (this.test.testPart?.(piece.text, outline.imports) ?? true))
      || [...outline.callable(piece.calls.local())].some((other) => this.piece(file, outline, other, hops))
      || (hops > 0 && outline.imports.some((entry) => {
        const isUsed = entry.names.length === 0 || entry.names.some((name) => outline.ambient.has(name)) || piece.calls.has(entry.names);
        return isUsed && (this.holdsValue(file, outline, piece, entry) || this.behind(file, entry, piece.calls.of(entry.from), hops - 1));
      }));
    memo.set(piece, found);
    return found;
  }

  private holdsValue(file: ProjectFile, outline: Outline, piece: Piece, entry: TextImport): boolean {
    if (!this.test.values || !(this.test.testPart?.(piece.text, outline.imports) ?? true)) return false;
    const next = this.epoch.next(this.source, file, entry.from);
    return next !== undefined && this.passes(next);
  }

  private behind(file: ProjectFile, entry: TextImport, words: ReadonlySet<string>, hops: number): boolean {
    const next = hops < 0 ? undefined : this.epoch.next(this.source, file, entry.from);
    return next !== undefined && this.file(next, words, hops);
  }

  /** Whether any text within reach passes: the quick way to no. */
  mayLead(file: ProjectFile, hops: number): boolean {
    if (hops < 0) return false;
    if (this.passes(file)) return true;
    const key = `${hops}:${file.path}`;
    const answer = this.known.files.get(key);
    if (answer !== undefined) return answer;
    this.known.files.set(key, false);
    const { specifiers, isBarrel } = knownOf(file);
    const found = specifiers.some((specifier) => {
      const next = this.epoch.next(this.source, file, specifier);
      return next !== undefined && this.mayLead(next, isBarrel ? hops : hops - 1);
    });
    this.known.files.set(key, found);
    return found;
  }

  private passes(file: ProjectFile): boolean {
    const { passed } = knownOf(file);
    let known = passed.get(this.test);
    if (!known) passed.set(this.test, (known = { value: this.test.test(file.text) }));
    return known.value;
  }
}

/** An outline with its functions by name. */
interface Callable extends Outline {
  readonly isBarrel: boolean;
  callable(words: ReadonlySet<string>): ReadonlySet<Piece>;
}

interface Known {
  readonly specifiers: readonly string[];
  /** It holds no function and no class, so it only passes on what others export. */
  readonly isBarrel: boolean;
  readonly passed: WeakMap<TextTest, { readonly value: boolean }>;
  /** Made when somebody needs it. */
  outline(): Callable;
}

/** What was learned of a text, as long as the file stays as it is. */
const known = new WeakMap<ProjectFile, Known>();

function knownOf(file: ProjectFile): Known {
  let entry = known.get(file);
  if (!entry) {
    const isBarrel = !/=>|\bfunction\b|\bclass\b/u.test(file.text);
    let outline: Callable | undefined;
    entry = { specifiers: specifiersIn(file.text), isBarrel, passed: new WeakMap(), outline: () => (outline ??= callables(outlineOf(file.text), isBarrel)) };
    known.set(file, entry);
  }
  return entry;
}

function callables(outline: Outline, isBarrel: boolean): Callable {
  const byName = new Map<string, Piece[]>();
  const always: Piece[] = [];
  for (const piece of outline.pieces) {
    if (piece.names.size === 0) always.push(piece);
    for (const name of piece.names) {
      const list = byName.get(name);
      if (list) list.push(piece);
      else byName.set(name, [piece]);
    }
  }
  const callable = (words: ReadonlySet<string>) => {
    const found = new Set(always);
    const add = (name: string | undefined) => byName.get(name ?? '')?.forEach((piece) => found.add(piece));
    for (const word of words) {
      add(word);
      add(outline.aliases.get(word));
    }
    return found;
  };
  return { ...outline, isBarrel, callable };
}

function specifiersIn(text: string): string[] {
  const found = new Set<string>();
  for (const [, from, called] of text.matchAll(/\bfrom\s*['"]([^'"\n]+)['"]|\b(?:require|import)\s*\(\s*['"]([^'"\n]+)['"]\s*\)/gu)) found.add((from ?? called)!);
  return [...found];
}
