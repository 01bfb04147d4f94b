import type { Message } from './eslint.js';

/** One line of code in a report: what stands before, in and after the marked range. */
export interface FrameLine {
  readonly number: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Longer lines, as minified code has, are cut. */
const longest = 240;
const around = 2;
/** A construct of many lines is shown by its beginning. */
const mostMarkedLines = 6;

/** The lines around a finding. Empty where the text ends before it. */
export function codeFrame(text: string, { line = 1, column = 1, endLine, endColumn }: Pick<Message, 'line' | 'column' | 'endLine' | 'endColumn'>): FrameLine[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u);
  const lastMarked = Math.min(endLine ?? line, line + mostMarkedLines - 1);
  const first = Math.max(1, line - around);
  return lines.slice(first - 1, lastMarked + around).map((code, index) => {
    const number = first + index;
    if (number < line || number > lastMarked) return { number, before: cut(code), marked: '', after: '' };
    const from = number === line ? Math.max(0, column - 1) : code.length - code.trimStart().length;
    const to = number === (endLine ?? line) ? Math.max(from + 1, (endColumn ?? column + 1) - 1) : code.length;
    return slices(code, from, to, number);
  });
}

function slices(code: string, from: number, to: number, number: number): FrameLine {
  const start = Math.max(0, Math.min(from - 80, code.length - longest));
  const shift = code.length > longest ? start : 0;
  const shown = code.length > longest ? `${start > 0 ? '…' : ''}${code.slice(start, start + longest)}…` : code;
  const offset = shift - (shift > 0 ? 1 : 0);
  return { number, before: shown.slice(0, from - offset), marked: shown.slice(from - offset, to - offset), after: shown.slice(to - offset) };
}

const cut = (code: string): string => (code.length > longest ? `${code.slice(0, longest)}…` : code);
