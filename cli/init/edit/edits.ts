import { rangeOf } from './parse.js';

/** Replaces `start` to `end`; equal ends insert. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with the edits applied. New lines take the form of the text's own.
 *
 * @param edits that do not overlap; those at one place apply in their order.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text.replace(/\r?\n/gu, eol);
    at = edit.end;
  }
  return result + text.slice(at);
}

/** What stands between brackets and commas: elements, arguments, properties. */
export interface List {
  /** Behind the opening bracket. */
  readonly open: number;
  /** At the closing bracket. */
  readonly close: number;
  readonly items: readonly { start: number; end: number }[];
}

/** A list from a node whose last character is the closing bracket. */
export function listOf(node: { start?: number | null | undefined; end?: number | null | undefined }, items: readonly ({ start?: number | null | undefined; end?: number | null | undefined } | null)[], open = rangeOf(node).start + 1): List {
  return { open, close: rangeOf(node).end - 1, items: items.flatMap((item) => (item ? [rangeOf(item)] : [])) };
}

/**
 * Appends to a list, in the list's own form: one line each where the closing bracket has a line of its own, else in its line; with a
 * comma behind the last item where there was one.
 *
 * @param code the text.
 * @param bare the text with blanks for comments.
 * @param additions may have several lines; the first is indented here, and the others by as much again.
 */
export function appendTo(code: string, bare: string, { open, close, items }: List, additions: readonly string[], unit = indentUnit(code)): Edit[] {
  const last = items.at(-1);
  const lineStart = code.lastIndexOf('\n', close - 1) + 1;
  const ownLine = lineStart > open && /^\s*$/u.test(code.slice(lineStart, close));
  const outer = /^[ \t]*/u.exec(code.slice(lineStart))![0];
  const indent = items[0] ? indentAt(code, items[0].start, `${outer}${unit}`) : `${ownLine ? outer : indentAt(code, open, '')}${unit}`;
  const lines = additions.map((addition) => indented(addition, indent));
  if (!last) {
    return ownLine
      ? [{ start: lineStart, end: lineStart, text: `${lines.join(',\n')}\n` }]
      : [{ start: close, end: close, text: `\n${lines.join(',\n')}\n${indentAt(code, open, '')}` }];
  }
  const rest = bare.slice(last.end, close);
  // An item in parentheses ends before them.
  const end = last.end + rest.lastIndexOf(')') + 1;
  const comma = rest.includes(',');
  const separator: Edit[] = comma ? [] : [{ start: end, end, text: ',' }];
  if (ownLine) return [...separator, { start: lineStart, end: lineStart, text: `${lines.join(',\n')}${comma ? ',' : ''}\n` }];
  const inline = additions.map((addition) => indented(addition, indentAt(code, close, '')).trimStart()).join(', ');
  return [...separator, { start: close, end: close, text: comma ? `${/\s$/u.test(rest) ? '' : ' '}${inline},` : ` ${inline}` }];
}

/** What a level is indented by in this text. */
function indentUnit(code: string): string {
  return /^(\t|[ ]{2,8})\S/mu.exec(code)?.[1] ?? '  ';
}

/** The white space before the line of `at`, or `otherwise` when something else stands before it there. */
function indentAt(code: string, at: number, otherwise: string): string {
  const before = code.slice(code.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*$/u.test(before) ? before : otherwise === '' ? /^[ \t]*/u.exec(before)![0] : otherwise;
}

function indented(text: string, indent: string): string {
  return text.split('\n').map((line) => (line ? indent + line : line)).join('\n');
}
