/** A place in a text, in ESLint's numbering: lines and columns from 1. */
export interface Place {
  line: number;
  column: number;
  endLine?: number | undefined;
  endColumn?: number | undefined;
}

/** The lines around a place, numbered, with carets under what is marked on its first line. */
export function codeFrame(text: string, place: Place, around = 2): string {
  const lines = text.split(/\r?\n/u);
  const first = Math.max(1, place.line - around);
  const last = Math.min(lines.length, place.line + around);
  const width = String(last).length;
  return lines.slice(first - 1, last).flatMap((line, index) => {
    const number = first + index;
    const shown = `${number === place.line ? '>' : ' '} ${String(number).padStart(width)} | ${line}`.trimEnd();
    return number === place.line ? [shown, `  ${' '.repeat(width)} | ${carets(line, place)}`] : [shown];
  }).join('\n');
}

function carets(line: string, { line: at, column, endLine = at, endColumn = column + 1 }: Place): string {
  const end = endLine > at ? line.length + 1 : endColumn;
  const indent = line.slice(0, column - 1).replace(/[^\t]/gu, ' ');
  return indent + '^'.repeat(Math.max(1, end - column));
}
