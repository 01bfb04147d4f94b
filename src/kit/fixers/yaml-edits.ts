import type { TSESLint } from '@typescript-eslint/utils';
import type { AST } from 'yaml-eslint-parser';
import type { YamlEntry, YamlValue } from '../../languages/yaml/value.js';

/**
 * Edits of YAML that keep comments, quotes, indentation and line endings. Each gives `null` where the text belongs to an
 * anchor used elsewhere, a merged mapping, or a form in which the edit cannot be made safely.
 */

type Fixer = TSESLint.RuleFixer;
type Fixes = readonly TSESLint.RuleFix[] | null;
interface Text { readonly text: string }

/** What may be written below a key: scalars as YAML has them, mappings and lists. */
export type YamlData = string | number | boolean | readonly YamlData[] | { readonly [key: string]: YamlData };

/** Writes another scalar in place of one, in the same quotes. */
export function replaceScalar(fixer: Fixer, value: YamlValue, to: number | string): Fixes {
  const { content, shared } = value;
  if (shared || content?.type !== 'YAMLScalar' || content.style === 'literal' || content.style === 'folded') return null;
  const quote = content.style === 'double-quoted' ? '"' : content.style === 'single-quoted' ? "'" : '';
  return [fixer.replaceTextRange(content.range, `${quote}${to}${quote}`)];
}

/** Writes another key in place of one; its value stays. */
export function renameKey(fixer: Fixer, { pair, value }: YamlEntry, to: string): Fixes {
  const { key } = pair;
  return value.shared || key?.type !== 'YAMLScalar' ? null : [fixer.replaceTextRange(key.range, to)];
}

/**
 * Adds a key to a mapping, below the last of `after` that it has, else at its end.
 *
 * @param after keys that the new one should follow, in their order.
 */
export function addKey(fixer: Fixer, { text }: Text, mapping: YamlValue, key: string, data: YamlData, after: readonly string[] = []): Fixes {
  const { content, shared } = mapping;
  if (shared || content?.type !== 'YAMLMapping') return null;
  const [first] = content.pairs;
  const last = content.pairs.at(-1);
  if (!first || !last) return content.style === 'flow' ? [fixer.replaceTextRange(content.range, `{ ${inline(key, data)} }`)] : null;
  const before = content.pairs.filter((pair) => pair.key?.type === 'YAMLScalar' && after.includes(String(pair.key.value))).at(-1) ?? last;
  if (content.style === 'flow') return [fixer.insertTextAfterRange(endOf(before), `, ${inline(key, data)}`)];
  // A key on the line of something else (`? a`, `- {`) has no line of its own to stand on.
  const indent = indentOf(text, first);
  if (indent === undefined) return null;
  const at = lineEnd(text, contentEnd(text, before));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const step = stepOf(text, content);
  return [fixer.insertTextAfterRange([at, at], newline + block(key, data, indent, step).join(newline))];
}

/** The columns before a mapping's keys: spaces, and the dash of a list whose element it is. */
function indentOf(text: string, pair: AST.YAMLPair): string | undefined {
  const start = text.lastIndexOf('\n', pair.range[0] - 1) + 1;
  const before = text.slice(start, pair.range[0]);
  return /^(?: |- )*$/u.test(before) ? ' '.repeat(before.length) : undefined;
}

/** How deep the file indents a mapping in a mapping. */
function stepOf(text: string, { pairs }: AST.YAMLBlockMapping): string {
  const nested = pairs.find(({ value }) => value?.type === 'YAMLMapping' && value.style === 'block');
  const inner = nested?.value?.type === 'YAMLMapping' ? nested.value.loc.start.column - nested.loc.start.column : undefined;
  const anywhere = /^( +)[^\s#-][^\n]*:/mu.exec(text)?.[1]?.length;
  return ' '.repeat(inner && inner > 0 ? inner : anywhere && anywhere <= 8 ? anywhere : 2);
}

function endOf(pair: AST.YAMLPair): AST.Range {
  return [pair.range[1], pair.range[1]];
}

/** Where a pair's own text ends: block texts reach over the blank lines behind them. */
function contentEnd(text: string, pair: AST.YAMLPair): number {
  return pair.range[0] + text.slice(pair.range[0], pair.range[1]).trimEnd().length;
}

/** The end of the line, behind a comment on it. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function block(key: string, data: YamlData, indent: string, step: string): string[] {
  if (isList(data)) return [`${indent}${key}:`, ...data.flatMap((item) => listItem(item, indent + step, step))];
  if (typeof data !== 'object') return [`${indent}${key}: ${data}`];
  return [`${indent}${key}:`, ...Object.entries(data).flatMap(([inner, value]) => block(inner, value, indent + step, step))];
}

function listItem(item: YamlData, indent: string, step: string): string[] {
  if (typeof item !== 'object' || isList(item)) return [`${indent}- ${isList(item) ? flow(item) : item}`];
  const lines = Object.entries(item).flatMap(([key, value]) => block(key, value, `${indent}  `, step));
  return lines.map((line, index) => (index === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line));
}

function inline(key: string, data: YamlData): string {
  return `${key}: ${flow(data)}`;
}

function flow(data: YamlData): string {
  if (isList(data)) return `[${data.map((item) => flow(item)).join(', ')}]`;
  return typeof data === 'object' ? `{ ${Object.entries(data).map(([key, value]) => inline(key, value)).join(', ')} }` : String(data);
}

function isList(data: YamlData): data is readonly YamlData[] {
  return Array.isArray(data);
}
