import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { contextOf } from './context.js';
import { exportsOf, type Export } from './exports.js';
import { behind, fileBehind, load, locate, type ProjectFile } from './load.js';
import type { TextTest } from './leads.js';
import type { SourceCode } from './service.js';
import { propertyOf } from './values.js';

/**
 * What an imported value of another file of the project is: one import away, and one more where the imported file only
 * passes it on (a barrel).
 * Does not see: what `exportsOf` and `locate` do not see, barrels of barrels, values that a framework injects.
 */

/** What a file exports under a name. */
export interface Exported {
  /** The file in which `node` stands. */
  readonly source: SourceCode;
  /**
   * The declaration of a function, class, enum or type, or the expression that a constant always holds; else the name
   * where a variable is declared. `Program` for an ES module as a whole.
   */
  readonly node: TSESTree.Node;
  readonly variable?: TSESLint.Scope.Variable;
  /** Set when the value comes from a package or from a file that was not followed: the import that `source` takes it from. */
  readonly from?: { readonly specifier: string; readonly name: string };
}

/** How many files `export * from` may lead to before the search for a name is given up. */
const maxStars = 20;

/**
 * The project file that `specifier` means, if files may be read, `source` is at most `depth - 1` imports away from the
 * linted file, and the imported text matches `mentions` (a cheap test before anything is parsed).
 */
export function importedModule(source: SourceCode, specifier: string, mentions: TextTest, depth = 1): SourceCode | undefined {
  if (contextOf(source).depth >= depth) return undefined;
  const file = locate(source, specifier);
  return file && matches(file, mentions) ? load(source, file) : undefined;
}

/** Whether the project file that `specifier` means, or one right behind it, matches `mentions`: a look at the texts, without parsing. */
export function importMentions(source: SourceCode, specifier: string, mentions: TextTest, depth = 1): boolean {
  if (contextOf(source).depth >= depth) return false;
  const file = locate(source, specifier);
  return file !== undefined && (matches(file, mentions) || (passesOn(file, '*') && leadsToMatch(source, file, mentions)));
}

/**
 * What a file exports under `name`: `default`, a name, or `*` for the module as a whole (what `require` and `import *` give).
 * Follows re-exports into at most one more file.
 */
export function exportOf(source: SourceCode, name: string): Exported | undefined {
  return find(source, name, 1, undefined);
}

/**
 * The export `name` of the project file that `specifier` means. Parses a file only if it, or a file that it passes exports
 * on from, matches `mentions`, and not for interfaces, enums and constants of a literal, whose text says what they are.
 *
 * @param may a second look at a file that matches, for a caller that can tell more by its text.
 */
export function importedExport(
  source: SourceCode, specifier: string, name: string, mentions: TextTest, depth = 1, may: (file: ProjectFile) => boolean = () => true,
): Exported | undefined {
  if (contextOf(source).depth >= depth) return undefined;
  const file = locate(source, specifier);
  if (!file) return undefined;
  const own = matches(file, mentions);
  if (own && isPlain(file, name)) return undefined;
  if (!(own && may(file)) && !(passesOn(file, name) && leadsToMatch(source, file, mentions) && sourcesOf(source, file, name).some((next) => matches(next, mentions) && may(next)))) return undefined;
  const module = load(source, file);
  return module && find(module, name, 1, mentions);
}

function find(source: SourceCode, name: string, hops: number, mentions: TextTest | undefined): Exported | undefined {
  const { named, whole, all } = exportsOf(source);
  if (name === '*') return whole ? follow(source, whole, hops, mentions) : { source, node: source.ast };
  const direct = named.get(name) ?? (name === 'default' ? whole : undefined);
  if (direct) return follow(source, direct, hops, mentions);
  if (whole?.kind === 'import') return whole.name === '*' ? follow(source, { ...whole, name }, hops, mentions) : undefined;
  if (whole && name !== 'default') {
    const property = propertyOf(source, whole.node, name);
    if (typeof property !== 'string') return { source, node: property.found };
  }
  return name === 'default' ? undefined : throughStars(source, all, name, hops, mentions);
}

function follow(source: SourceCode, value: Export, hops: number, mentions: TextTest | undefined): Exported | undefined {
  if (value.kind === 'local') return { source, node: value.node, ...(value.variable && { variable: value.variable }) };
  const file = locate(source, value.from);
  if (!file || hops === 0) return { source, node: value.node, from: { specifier: value.from, name: value.name } };
  if (mentions && !matches(file, mentions)) return undefined;
  const next = load(source, file);
  return next && find(next, value.name, hops - 1, mentions);
}

/** A name that none of the file's own exports has: the files and packages behind its `export *`. */
function throughStars(
  source: SourceCode, stars: readonly { readonly node: TSESTree.Node; readonly from: string }[], name: string, hops: number, mentions: TextTest | undefined,
): Exported | undefined {
  const unseen: Exported[] = [];
  for (const { node, from } of stars.slice(0, maxStars)) {
    const file = locate(source, from);
    if (!file || hops === 0) {
      unseen.push({ source, node, from: { specifier: from, name } });
      continue;
    }
    if (!file.text.includes(name) || (mentions && !matches(file, mentions))) continue;
    const next = load(source, file);
    const found = next && find(next, name, hops - 1, mentions);
    if (found && !found.from) return found;
  }
  return unseen.length === 1 ? unseen[0] : undefined;
}

const origins = new WeakMap<readonly ProjectFile[], Map<string, readonly ProjectFile[]>>();

/** The files from which `barrel` may take its export `name`: where its text says which, that one, else all that have the name. */
function sourcesOf(source: SourceCode, barrel: ProjectFile, name: string): readonly ProjectFile[] {
  const files = behind(source, barrel);
  if (!/^\w+$/u.test(name) || name === 'default') return files;
  let byName = origins.get(files);
  if (!byName) origins.set(files, (byName = new Map<string, readonly ProjectFile[]>()));
  let found = byName.get(name);
  if (!found) byName.set(name, (found = originsOf(source, barrel, name, files)));
  return found;
}

function originsOf(source: SourceCode, barrel: ProjectFile, name: string, files: readonly ProjectFile[]): readonly ProjectFile[] {
  const from = new RegExp(String.raw`\b(?:import|export|const|let|var)\b[^;'"=()]*\b${name}\b(?!\s*:)(?:[^;'"=()]*\bfrom|\s*(?:,[^;'"=()]*)?\}?\s*=\s*require\s*\()\s*['"]([^'"\n]+)['"]`, 'u').exec(barrel.text)?.[1];
  const file = from === undefined ? undefined : fileBehind(source, from, barrel.path);
  if (file) return [file];
  const isRenamed = new RegExp(String.raw`\bas\s+${name}\b|\bimport\s+${name}\b|\b${name}\s*[:=]`, 'u').test(barrel.text);
  return isRenamed ? files : files.filter(({ text }) => text.includes(name));
}

const tests = new WeakMap<ProjectFile, Map<TextTest, boolean>>();

/** Whether a text matches, remembered while the file stays as it is: many files import the same few. */
function matches(file: ProjectFile, pattern: TextTest): boolean {
  return remembered(tests, file, pattern, () => pattern.test(file.text));
}

const behinds = new WeakMap<readonly ProjectFile[], Map<TextTest, boolean>>();

/** Whether one of the files that a file's imports lead to matches, remembered while they stay the same. */
function leadsToMatch(source: SourceCode, file: ProjectFile, pattern: TextTest): boolean {
  const files = behind(source, file);
  return remembered(behinds, files, pattern, () => files.some((next) => matches(next, pattern)));
}

function remembered<F extends object, K>(memo: WeakMap<F, Map<K, boolean>>, file: F, key: K, compute: () => boolean): boolean {
  let results = memo.get(file);
  if (!results) memo.set(file, (results = new Map<K, boolean>()));
  let result = results.get(key);
  if (result === undefined) results.set(key, (result = compute()));
  return result;
}

const star = /\bexport\s*\*|\.\.\.\s*require\b|\bmodule\.exports\s*=\s*require\b/u;
const wholesale = new RegExp([
  star.source,
  String.raw`\bexport\s*\{|\bexport\s+default\s+[\w$]+\s*(?:;|$)`,
  String.raw`\bexports(?:\.[\w$]+)?\s*=\s*(?:require\b|[\w$]+\s*(?:;|$))|:\s*require\b`,
].join('|'), 'mu');

const passed = new WeakMap<ProjectFile, Map<string, boolean>>();

/** Whether the text of a file says that its export `name` may be another module's: a look before anything behind it is read. */
export function passesOn(file: ProjectFile, name: string): boolean {
  return remembered(passed, file, name, () => mayPassOn(file, name));
}

function mayPassOn(file: ProjectFile, name: string): boolean {
  if (name === 'default' || name === '*') return matches(file, wholesale) || exportedNames(file.text).some((local) => namesIn(file).required.has(local));
  if (!/^[\w$]+$/u.test(name)) return false;
  const { declared, required } = namesIn(file);
  return declared.has(name) ? required.has(name) : file.text.includes(name) || matches(file, star);
}

/** Whether the text says that its export `name` is an interface, an enum or a constant of a literal: no library's value. */
function isPlain(file: ProjectFile, name: string): boolean {
  return name !== 'default' && namesIn(file).plain.has(name);
}

interface Names {
  readonly declared: ReadonlySet<string>;
  /** Constants that hold a `require()`. */
  readonly required: ReadonlySet<string>;
  /** Exported interfaces, enums and constants of a literal. */
  readonly plain: ReadonlySet<string>;
}

const names = new WeakMap<ProjectFile, Names>();
const declaration = /\b(?:function\*?|class|const|let|var|enum|interface|type|namespace)\s+(?=([\w$]+))/gu;
const requirement = /\b(?:const|let|var)\s+([\w$]+)\s*=\s*require\b/gu;
const plainExport = /\bexport\s+(?:(?:const\s+)?enum|interface|const(?=\s+[\w$]+\s*(?::[^=\n]*)?=\s*(?:['"\d]|true\b|false\b)))\s+([\w$]+)/gu;

/** The names that a text declares, found once for all who ask. */
function namesIn(file: ProjectFile): Names {
  let known = names.get(file);
  if (!known) {
    const { text } = file;
    const found = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map((match) => match[1]!));
    names.set(file, (known = { declared: found(declaration), required: text.includes('require') ? found(requirement) : new Set(), plain: found(plainExport) }));
  }
  return known;
}

/** The names in `module.exports = { a, b }`. */
function exportedNames(text: string): string[] {
  return /\bmodule\.exports\s*=\s*\{([^}]*)\}/u.exec(text)?.[1]?.match(/[\w$]+/gu) ?? [];
}
