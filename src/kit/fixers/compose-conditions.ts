import type { TSESLint } from '@typescript-eslint/utils';
import type { YamlEntry } from '../../languages/yaml/value.js';

type Fixes = readonly TSESLint.RuleFix[] | null;

/**
 * Turns the list of a `depends_on` into its long form, a mapping that says for each service what to wait for. Comments,
 * quotes and line ends stay; lists behind an alias, with an anchor or with a name twice are left alone.
 *
 * @param conditionOf the condition of a service, `service_started` being what the list means.
 */
export function conditionsInstead(fixer: TSESLint.RuleFixer, { text }: { readonly text: string }, { pair, value }: YamlEntry, conditionOf: (name: string) => string): Fixes {
  const list = value.content;
  if (value.shared || pair.value !== list || list?.type !== 'YAMLSequence') return null;
  const items: { readonly name: string; readonly range: readonly [number, number] }[] = [];
  for (const entry of list.entries) {
    if (entry?.type !== 'YAMLScalar' || (entry.style !== 'plain' && entry.style !== 'double-quoted' && entry.style !== 'single-quoted')) return null;
    if (items.some(({ name }) => name === entry.strValue)) return null;
    items.push({ name: entry.strValue, range: entry.range });
  }
  if (list.style === 'flow') {
    const [start, end] = list.range;
    const room = (at: number) => (/\s/u.test(text[at] ?? '') ? '' : ' ');
    return [
      fixer.replaceTextRange([start, start + 1], `{${room(start + 1)}`),
      ...items.map(({ name, range }) => fixer.insertTextAfterRange([range[0], range[1]], `: { condition: ${conditionOf(name)} }`)),
      fixer.replaceTextRange([end - 1, end], `${room(end - 2)}}`),
    ];
  }
  const column = pair.key?.loc.start.column;
  if (column === undefined) return null;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const step = stepOf(list.loc.start.column - column, column);
  const indent = ' '.repeat(Math.max(list.loc.start.column, column + step));
  const edits = items.map(({ name, range }) => {
    const start = text.lastIndexOf('\n', range[0]) + 1;
    const end = lineEnd(text, range[1]);
    if (!/^[ ]*-[ ]+$/u.test(text.slice(start, range[0]))) return null;
    return [
      fixer.replaceTextRange([start, range[1]], `${indent}${text.slice(...range)}:`),
      fixer.insertTextAfterRange([end, end], `${newline}${indent}${' '.repeat(step)}condition: ${conditionOf(name)}`),
    ];
  });
  return edits.some((edit) => edit === null) ? null : edits.flatMap((edit) => edit ?? []);
}

/** How deep the file indents: as its list is, else as its services and their keys are (`services`, name, `depends_on`). */
function stepOf(list: number, column: number): number {
  if (list > 0) return list;
  return column >= 2 && column % 2 === 0 ? column / 2 : 2;
}

/** The end of the line, before its line break. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}
