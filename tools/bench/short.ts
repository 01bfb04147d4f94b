import { median } from './job.js';

/** A share that is bounded. */
export interface Bounded {
  name: string;
  /** The most it may be: some times what it is, so that only what went badly wrong is more. */
  limit: number;
  /** Measures it once. */
  measure(): number;
}

export interface BoundedFigure { name: string; limit: number; share: number; tries: number }

/**
 * Medians of some rounds, in which all take turns. What is above its limit is measured once more, since the machine may have had
 * something else to do.
 */
export function measureBounded(all: readonly Bounded[], rounds: number): BoundedFigure[] {
  const medians = (some: readonly Bounded[]) => {
    const shares = new Map(some.map((one) => [one, [] as number[]]));
    for (let round = 0; round < rounds; round++) for (const one of some) shares.get(one)!.push(one.measure());
    return new Map([...shares].map(([one, measured]) => [one, median(measured)]));
  };
  const first = medians(all);
  const second = medians(all.filter((one) => exceeds({ limit: one.limit, share: first.get(one)! })));
  return all.map((one) => ({ name: one.name, limit: one.limit, share: second.get(one) ?? first.get(one)!, tries: second.has(one) ? 2 : 1 }));
}

/** Also true of what is no number, which a measurement of nothing gives. */
export function exceeds({ share, limit }: Pick<BoundedFigure, 'share' | 'limit'>): boolean {
  return !(share <= limit);
}
