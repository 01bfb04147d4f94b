import { appendTo, applyEdits, listOf, type Edit } from './edits.js';
import { bindingsOf, exportOf } from './bindings.js';
import { parseJson, parseSource, propertyOf, rangeOf, unwrap, type Expression, type ObjectNode } from './parse.js';
import { presetsIn, type Patch, type Wanted } from './patch.js';

/** Where in the file the eslintrc object is: the whole of it, or under a key (`eslintConfig` of package.json). */
export interface LegacyPlace {
  readonly language: 'js' | 'json';
  readonly key?: string;
}

/** Adds presets and settings to the text of an `.eslintrc` file in JSON or CommonJS, or of package.json. */
export function patchLegacy(code: string, { language, key }: LegacyPlace, wanted: Wanted): Patch {
  const found = language === 'json' ? jsonObject(code, key) : exportedObject(code);
  if (typeof found === 'string') return { kind: 'manual', reason: found };
  const { object, bare } = found;
  const { start, end } = rangeOf(object);
  const own = bare.slice(start, end);
  const present = presetsIn(own);
  const missing = wanted.presets.filter((preset) => !present.includes(preset));
  const mentioned = present.length > 0 || /['"](?:eslint-plugin-)?archprinciples['"]/u.test(own);
  if (mentioned && (missing.length === 0 || !wanted.explicit)) return { kind: 'unchanged', presets: present };

  const quote = language === 'json' || (own.match(/"/gu) ?? []).length > (own.match(/'/gu) ?? []).length ? '"' : '\'';
  const names = missing.map((preset) => `${quote}plugin:archprinciples/${preset}${quote}`);
  const name = (text: string) => (language === 'json' ? `"${text}"` : text);
  const additions: string[] = [];
  const edits: Edit[] = [];

  const given = propertyOf(object, 'extends');
  const extended = given && unwrap(given);
  if (!extended) additions.push(`${name('extends')}: [${names.join(', ')}]`);
  else if (extended.type === 'ArrayExpression') edits.push(...appendTo(code, bare, listOf(extended, extended.elements), names));
  else if (extended.type === 'StringLiteral') edits.push({ ...rangeOf(extended), text: `[${[code.slice(rangeOf(extended).start, rangeOf(extended).end), ...names].join(', ')}]` });
  else return { kind: 'manual', reason: 'its `extends` is computed' };

  const settings = propertyOf(object, 'settings');
  if (wanted.settings) {
    const value = jsonText(wanted.settings, quote, name);
    const inner = settings && unwrap(settings);
    if (!inner) additions.push(`${name('settings')}: { ${name('archprinciples')}: ${value} }`);
    else if (inner.type !== 'ObjectExpression') return { kind: 'manual', reason: 'its `settings` are computed' };
    else if (!propertyOf(inner, 'archprinciples')) edits.push(...appendTo(code, bare, listOf(inner, inner.properties), [`${name('archprinciples')}: ${value}`]));
  }
  if (additions.length > 0) edits.push(...appendTo(code, bare, listOf(object, object.properties), additions));

  const patched = applyEdits(code, edits);
  const parses = language === 'json' ? parseJson(patched) : parseSource(patched);
  return parses ? { kind: 'patched', code: patched } : { kind: 'manual', reason: 'it is written in a form that could not be edited' };
}

function jsonObject(code: string, key: string | undefined): { object: ObjectNode; bare: string } | string {
  const source = parseJson(code);
  if (!source) return 'it is not JSON';
  if (!key) return { object: source.root, bare: source.bare };
  const value = propertyOf(source.root, key);
  return value?.type === 'ObjectExpression' ? { object: value, bare: source.bare } : `its \`${key}\` is no object`;
}

function exportedObject(code: string): { object: ObjectNode; bare: string } | string {
  const source = parseSource(code);
  if (!source) return 'the file does not parse';
  const exported = exportOf(source);
  let value: Expression | undefined = exported && unwrap(exported.value);
  if (value?.type === 'Identifier') value = bindingsOf(source).get(value.name)?.value;
  return value?.type === 'ObjectExpression' ? { object: value, bare: source.bare } : 'what it exports is computed';
}

function jsonText(value: unknown, quote: string, name: (text: string) => string): string {
  if (typeof value === 'string') return `${quote}${value}${quote}`;
  if (Array.isArray(value)) return `[${value.map((item) => jsonText(item, quote, name)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(([key, item]) => `${name(key)}: ${jsonText(item, quote, name)}`).join(', ')} }`;
  return String(value);
}
