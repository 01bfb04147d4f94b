import { closest, distance } from 'fastest-levenshtein';
import type { BaseIssue, GenericSchema } from 'valibot';

/** As much as this module reads of any schema. */
interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly wrapped?: SchemaNode;
  readonly item?: SchemaNode;
  readonly value?: SchemaNode;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly SchemaNode[];
  readonly getter?: (input: unknown) => SchemaNode;
}

type Issue = BaseIssue<unknown>;

/** One sentence for what is wrong with the settings. Of several problems an unknown key comes first, since it often causes the others. */
export function explain(schema: GenericSchema, issues: readonly Issue[]): string {
  const issue = issues.find(isUnknownKey) ?? issues[0];
  if (!issue) return 'settings.archprinciples is not valid.';
  const path = issue.path?.map((item) => (item as { key: PropertyKey }).key) ?? [];
  const place = placeOf(path);
  if (isUnknownKey(issue)) {
    const known = Object.keys(schemaAt(schema, path.slice(0, -1))?.entries ?? {});
    return `${place} is no setting. ${suggestion(String(path.at(-1)), known)}`;
  }
  if (issue.received === 'undefined') return `${place} is missing.`;
  if (issue.type === 'non_empty') return `${place} must not be empty.`;
  if (issue.type === 'picklist' && typeof issue.input === 'string') {
    const options = (schemaAt(schema as unknown as SchemaNode, path)?.options ?? []).map(String);
    return `${place}: "${issue.input}" is no valid value. ${suggestion(issue.input, options)}`;
  }
  if (issue.type === 'check') return `${place}: ${shown(issue.input)} ${issue.message}.`;
  if (issue.type === 'custom') return `${place}: ${issue.message}, got ${shown(issue.input)}.`;
  // Of the ways a value may be written, the one that got furthest tells most: `applySuggestions: [1]` is a list with a wrong element.
  const inner = issue.issues?.find((sub) => sub.path && sub.path.length > 0);
  if (inner) return explain(schema, [{ ...inner, path: [...(issue.path ?? []), ...inner.path!] }]);
  return `${place}: expected ${expected(issue)}, got ${shown(issue.input)}.`;
}

function isUnknownKey(issue: Issue): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

/** A path below `settings.archprinciples` as code would write it. */
export function placeOf(path: readonly PropertyKey[]): string {
  let place = 'settings.archprinciples';
  for (const key of path) {
    if (typeof key === 'number') place += `[${key}]`;
    else place += /^[A-Za-z_$][\w$]*$/u.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(String(key))}]`;
  }
  return place;
}

function suggestion(given: string, known: readonly string[]): string {
  const best = known.length > 0 ? closest(given, known) : undefined;
  if (best !== undefined && distance(given.toLowerCase(), best.toLowerCase()) <= Math.max(2, given.length / 3)) return `Did you mean "${best}"?`;
  return known.length > 15 ? 'See the documentation for what is known.' : `Known are: ${known.map((name) => `"${name}"`).join(', ')}.`;
}

function expected(issue: Issue): string {
  const plain: Record<string, string> = { boolean: 'a boolean', string: 'a string', number: 'a number', Array: 'an array', Object: 'an object', array: 'an array' };
  const words = (issue.expected ?? '').replaceAll(/[()]/gu, '').split(' | ').map((word) => plain[word] ?? word);
  if (words.length < 2) return words[0] || 'another value';
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A value in a message: short, and never the whole of an object. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

/** The schema that describes the value at `path`. */
function schemaAt(schema: SchemaNode, path: readonly PropertyKey[]): SchemaNode | undefined {
  let at = opened(schema);
  for (const key of path) {
    const next: SchemaNode | undefined = at?.entries?.[String(key)] ?? at?.item ?? at?.value;
    if (!next) return undefined;
    at = opened(next);
  }
  return at;
}

/** Past the wrappers of a schema: optional values, pipes and recursive references. */
function opened(schema: SchemaNode): SchemaNode | undefined {
  let at: SchemaNode | undefined = schema;
  for (let steps = 0; at && steps < 10; steps += 1) {
    const inner: SchemaNode | undefined = at.wrapped ?? at.getter?.(undefined) ?? at.pipe?.find((part) => part.entries !== undefined);
    if (!inner || inner === at) return at;
    at = inner;
  }
  return at;
}
