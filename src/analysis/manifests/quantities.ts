/**
 * A resource quantity of Kubernetes: `100m`, `0.5`, `1Gi`, `512M`, `1e3` (API reference 1.34, Quantity, checked 2026-11).
 *
 * @returns the number in the base unit (cores, bytes); `undefined` for what is no quantity.
 */
export function quantityOf(text: string | undefined): number | undefined {
  const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:([EPTGMK]i|[EPTGMkmun])|[eE]([+-]?\d+))?$/u.exec(text ?? '');
  if (!match) return undefined;
  const [, amount, suffix, exponent] = match;
  return Number(amount) * (suffix ? suffixes[suffix]! : 10 ** Number(exponent ?? 0));
}

const suffixes: Readonly<Record<string, number>> = {
  n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
  Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};
