/** A place in a text: line and column from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets in a text (UTF-16 units, from 0) into places, with ESLint's notion of a line. */
export function locator(text: string): (offset: number) => Position {
  const starts = [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)].map((found) => found.index + found[0].length)];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}
