import type { YamlValue } from '../../languages/yaml/value.js';
import type { References } from './references.js';

/**
 * What a JSON schema in a document says of a value: whether it is a list, and the fields of an object. References, `allOf`,
 * `oneOf` and `anyOf` are followed.
 * Does not see: other files, `if`, `patternProperties`, `dependentSchemas`.
 */

/** Schemas within schemas that are followed. */
const maxDepth = 8;

/** The schema that a list has for its elements; `undefined` for what is no list, and where it is not known. */
export function elementsOf(schema: YamlValue | undefined, references: References): YamlValue | undefined {
  const at = references.resolve(schema);
  return at && typesOf(at).includes('array') ? references.resolve(at.get('items')) : undefined;
}

/** The types that a schema allows: `type` as a text, or as the list that JSON Schema 2020-12 has; what it must be without one. */
export function typesOf(schema: YamlValue): string[] {
  const type = schema.get('type');
  const written = type?.isSequence ? type.items().map(({ text }) => text ?? '') : type?.text === undefined ? [] : [type.text];
  if (written.length > 0) return written;
  if (schema.get('items')) return ['array'];
  return schema.get('properties') || schema.get('allOf') ? ['object'] : [];
}

/** The fields of an object, by name. An object that may have one of several forms has the fields of all. */
export interface Fields {
  readonly all: ReadonlyMap<string, YamlValue>;
  /** Nothing about them is unknown: no reference to elsewhere, and not an object that may hold anything. */
  readonly complete: boolean;
}

/** The fields that a schema gives an object. */
export function fieldsOf(schema: YamlValue | undefined, references: References): Fields {
  const all = new Map<string, YamlValue>();
  const complete = collect(schema, references, all, 0);
  return { all, complete: complete && all.size > 0 };
}

function collect(schema: YamlValue | undefined, references: References, into: Map<string, YamlValue>, depth: number): boolean {
  const at = references.resolve(schema);
  if (!at?.isMapping || depth > maxDepth) return false;
  const types = typesOf(at);
  if (types.length > 0 && !types.includes('object')) return false;
  for (const { key, value } of at.get('properties')?.entries() ?? []) if (!into.has(key)) into.set(key, value);
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((word) => at.get(word)?.items() ?? []);
  const known = parts.map((part) => isConstraint(part) || collect(part, references, into, depth + 1));
  const says = at.get('properties') !== undefined || parts.length > 0;
  return says && known.every(Boolean);
}

/** A part that demands what another part describes: `required: [id]`. */
function isConstraint(part: YamlValue): boolean {
  return part.isMapping && part.entries().every(({ key }) => key === 'required' || key === 'description' || key === 'title');
}
