import { Session, type Profiler } from 'node:inspector';

/** How often each block of some scripts ran, by its place: `function start-end`. */
export type Counts = ReadonlyMap<string, number>;

/**
 * Counts how often each block of some scripts runs. Unlike a clock it gives the same numbers each time, whatever else the machine does.
 */
export class BlockCounter {
  private readonly session = new Session();

  /** @param isCounted tells which scripts count, by their URL. */
  constructor(private readonly isCounted: (url: string) => boolean) {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** What ran since the last call. Blocks that did not are left out. */
  take(): Counts {
    const counts = new Map<string, number>();
    this.session.post('Profiler.takePreciseCoverage', (error: Error | null, { result }: Profiler.TakePreciseCoverageReturnType) => {
      if (error) throw error;
      for (const script of result) {
        if (!this.isCounted(script.url)) continue;
        for (const { functionName, ranges } of script.functions) {
          for (const { startOffset, endOffset, count } of ranges) if (count > 0) counts.set(`${functionName} ${startOffset}-${endOffset}`, count);
        }
      }
    });
    return counts;
  }

  close(): void {
    this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }
}

/** Growth beyond that of the text that counts as such: where every part is compared with every other, it is that of the text once more. */
const tolerated = 1.7;

/**
 * The blocks that ran far more often over a text than a shorter one explains, and so often that it matters: more than once for each token.
 *
 * @param times how many times the shorter text the longer one is.
 */
export function grownBlocks(before: Counts, after: { readonly counts: Counts; readonly tokens: number }, times: number): { block: string; was: number; count: number }[] {
  return [...after.counts].flatMap(([block, count]) => {
    const was = before.get(block) ?? 0;
    return count > after.tokens && count > was * times * tolerated ? [{ block, was, count }] : [];
  });
}
