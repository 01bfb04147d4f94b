/** `1 finding`, `12,345 findings`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : many}`;
}

/** A whole number with separators, the same on every machine. */
export function whole(count: number): string {
  return count.toLocaleString('en-US');
}

/** A density with two meaningful digits: `0.04`, `0.4`, `4.2`, `42`. */
export function decimal(value: number | undefined): string {
  if (value === undefined) return '–';
  return value === 0 ? '0' : value.toFixed(value < 0.1 ? 2 : value < 10 ? 1 : 0);
}

/** A score, or a dash where there is none. */
export function scoreText(score: number | undefined): string {
  return score === undefined ? '–' : String(score);
}

/** A difference with its sign: `+3`, `−2`, `±0`. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '±0';
}
