import { Session, type Profiler } from 'node:inspector';

/** How often each block of a script ran, by its place: `line:column name`. */
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

  /** What ran since the last call, as `url:start-end` of each block, with the name of its function. */
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
