/**
 * A duration as Istio and Kubernetes write it: numbers with the units h, m, s, ms, us and ns in that order (`5s`, `1m30s`,
 * `0.5s`, `250ms`), or a plain 0.
 *
 * @returns milliseconds; `undefined` for anything else.
 */
export function durationOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text === '0') return 0;
  if (!/^(?:\d+(?:\.\d+)?(?:h|ms|m|s|us|µs|ns))+$/u.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(?<![\d.])(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/gu)) total += Number(amount) * units[unit as keyof typeof units];
  return total;
}

const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 0.001, µs: 0.001, ns: 0.000_001 } as const;

/** A duration of whole milliseconds as text in the largest unit that needs no fraction: `90s`, `2500ms`. */
export function durationText(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}
