import { closest, distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import type { YamlEntry, YamlNode, YamlValue } from '../../languages/yaml/value.js';
import { specificationSchema } from '../../specification.js';
import type { Specification } from './specifications.js';

/** What a specification says in a form other than its schema's, with the place. */
export type SpecificationFault =
  /** A key that the form does not have, and the one that may be meant. */
  | { readonly kind: 'unknown'; readonly node: YamlNode; readonly entry: YamlEntry; readonly owner: string; readonly nearest: string | undefined; /** The whole path of what may be meant. */ readonly part: string }
  /** Parts that must be there and are not, or have no value. */
  | { readonly kind: 'missing'; readonly node: YamlNode; readonly owner: string; readonly parts: readonly string[] }
  /** A value of another type. */
  | { readonly kind: 'form'; readonly node: YamlNode; readonly place: string; readonly expected: string };

/** A specification has some hundred values; aliases of aliases have millions. */
const maxValues = 20_000;
type Path = readonly (string | number)[];
type Issue = v.BaseIssue<unknown>;

/** Everything in which a specification departs from the schema; nothing for one too large to be written by hand. */
export function formFaults({ root }: Specification): readonly SpecificationFault[] {
  const budget = { left: maxValues };
  const data = dataOf(root, [], budget);
  if (budget.left < 0) return [];
  const result = v.safeParse(specificationSchema, data);
  const issues = (result.issues ?? []).flatMap((issue: Issue) => innermost(issue));
  const missing = new Map<string, { path: Path; parts: string[] }>();
  // The schema's own check stops at the first unknown key of a mapping.
  const found: SpecificationFault[] = mappingsOf(root).flatMap((path) => unknownKeys(root, path, issues));
  for (const issue of issues) {
    const path = pathOf(issue);
    const list = issue.type === 'strict_object' ? valueAt(root, path.slice(0, -1)) : undefined;
    if (list?.isSequence) {
      const form = { kind: 'form', node: list.node, place: placeOf(path.slice(0, -1)), expected: path.at(-2) === 'database' ? 'a text or a mapping' : 'a mapping' } as const;
      if (!found.some(({ node }) => node === form.node)) found.push(form);
    } else if (issue.type === 'strict_object' && issue.expected === 'never') continue;
    else if (typeof path.at(-1) !== 'number' && (issue.received === 'undefined' || issue.received === 'null')) noteMissing(missing, path);
    else found.push({ kind: 'form', node: nodeAt(root, path), place: placeOf(path), expected: expectedOf(issue) });
  }
  for (const { path, parts } of missing.values()) {
    // A part that stands there under a name near to its own is misspelt, not missing.
    const misspelt = new Set(found.flatMap((fault) => (fault.kind === 'unknown' && fault.nearest !== undefined && fault.part.startsWith(path.join('.')) ? [fault.part.slice(path.join('.').length).replace(/^\./u, '')] : [])));
    const left = parts.filter((part) => !misspelt.has(part));
    if (left.length > 0) found.push({ kind: 'missing', node: keyAt(root, path), owner: path.length > 0 ? `\`${path.at(-1)}\`` : 'This specification', parts: left });
  }
  return found;
}

/** `events.publishes` is a part of the service, like `apis`, so that one report names all that a service leaves out. */
function noteMissing(missing: Map<string, { path: Path; parts: string[] }>, path: Path): void {
  const depth = path[0] === 'services' && path.length > 2 ? 2 : path.length - 1;
  const owner = path.slice(0, depth);
  const key = owner.join('\0');
  const entry = missing.get(key) ?? { path: owner, parts: [] };
  entry.parts.push(placeOf(path.slice(depth)));
  missing.set(key, entry);
}

/** The places of the mappings whose keys the form knows. */
function mappingsOf(root: YamlValue): Path[] {
  const services = (root.get('services')?.entries() ?? []).map(({ key }) => ['services', key]);
  return [[], ...services, ...services.flatMap((path) => [[...path, 'database'], [...path, 'events']])];
}

function unknownKeys(root: YamlValue, path: Path, issues: readonly Issue[]): SpecificationFault[] {
  const entries = valueAt(root, path)?.entries() ?? [];
  const known = keysAt(path);
  const free = known.filter((key) => entries.every((entry) => entry.key !== key));
  // What must be there and is not is the likeliest to be meant.
  const lacking = issues.filter((issue) => issue.type === 'strict_object' && issue.received === 'undefined' && samePath(pathOf(issue).slice(0, -1), path)).map((issue) => String(pathOf(issue).at(-1)));
  return entries.filter(({ key }) => !known.includes(key) && !key.startsWith('x-')).map((entry) => {
    const nearest = nearestOf(entry.key, lacking) ?? nearestOf(entry.key, free);
    return { kind: 'unknown', node: entry.pair.key ?? entry.pair, entry, owner: ownerOf(path), nearest, part: [...path, nearest].join('.') };
  });
}

/** The name that `given` is a slip of, if one is near enough. */
export function nearestOf(given: string, known: readonly string[]): string | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/gu, '');
  const best = known.length > 0 ? closest(plain(given), known.map(plain)) : undefined;
  return best !== undefined && distance(plain(given), best) <= Math.floor(given.length / 3) ? known.find((name) => plain(name) === best) : undefined;
}

/** Of the ways in which a value may be written, the one that got furthest tells what is wrong. */
function innermost(issue: Issue): readonly Issue[] {
  const inner = issue.type === 'union' ? issue.issues?.filter(({ path }) => path !== undefined) ?? [] : [];
  return inner.length === 0 ? [issue] : inner.map((sub) => ({ ...sub, path: [...(issue.path ?? []), ...sub.path!] }));
}

function pathOf(issue: Issue): Path {
  return (issue.path ?? []).map((item) => (item as { key: string | number }).key);
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

const rootKeys = Object.keys(specificationSchema.pipe[0].entries);
const service = specificationSchema.pipe[0].entries.services.pipe[0].value;

/** The keys that the form has at a place. */
function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return rootKeys;
  if (path.length === 2) return Object.keys(service.entries);
  if (path.at(-1) === 'events') return Object.keys(service.entries.events.pipe[0].entries);
  return path.at(-1) === 'database' ? ['engine', 'name'] : [];
}

function expectedOf({ expected, type }: Issue): string {
  if (type === 'min_length') return 'a list of at least one entry';
  if (type === 'non_empty') return 'a text that says something';
  const words: Record<string, string> = { string: 'a text', Array: 'a list', Object: 'a mapping' };
  const parts = (expected ?? '').replaceAll(/[()]/gu, '').split(' | ').map((word) => words[word] ?? word);
  return parts.join(' or ');
}

/** `apis[0]`, `events.publishes`: a path below a service without the service; else the whole path. */
function placeOf(path: Path): string {
  const from = path[0] === 'services' && path.length > 2 ? path.slice(2) : path;
  return from.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${key}`)).join('');
}

function ownerOf(path: Path): string {
  if (path.length === 0) return 'a service specification';
  return path.length === 2 ? 'a service' : `\`${placeOf(path)}\``;
}

function valueAt(root: YamlValue, path: Path): YamlValue | undefined {
  let at: YamlValue | undefined = root;
  for (const key of path) at = typeof key === 'number' ? at?.items()[key] : at?.entry(key)?.value;
  return at;
}

function nodeAt(root: YamlValue, path: Path): YamlNode {
  return valueAt(root, path)?.node ?? root.node;
}

/** The key of what stands at a path. */
function keyAt(root: YamlValue, path: Path): YamlNode {
  const entry = path.length > 0 ? valueAt(root, path.slice(0, -1))?.entry(String(path.at(-1))) : undefined;
  return entry?.pair.key ?? nodeAt(root, path);
}

/** The data of a value, without the keys that are the user's own. */
function dataOf(value: YamlValue, path: Path, budget: { left: number }): unknown {
  budget.left -= 1;
  if (budget.left < 0) return undefined;
  // A service of which nothing is said yet lacks every part.
  if (value.isNull) return path.length === 2 && path[0] === 'services' ? {} : null;
  if (value.isSequence) return value.items().map((item, index) => dataOf(item, [...path, index], budget));
  if (!value.isMapping) return value.number ?? value.flag ?? value.text;
  const isNames = path.length === 1 && path[0] === 'services';
  return Object.fromEntries(value.entries().filter(({ key }) => isNames || !key.startsWith('x-')).map((entry) => [entry.key, dataOf(entry.value, [...path, entry.key], budget)]));
}
