/** A run over a file that is long enough for its time to mean something, in characters. */
export const measuredFrom = 4096;

/** How long one text took under one parser. */
export interface Speed {
  /** Milliseconds of rule time per KB. */
  readonly perKilobyte: number;
  /** Rule time in parts of the time that parsing the same text takes. */
  readonly ofParsing: number;
  /** A rule looked at the text, rather than its gate. */
  readonly opened: boolean;
}

export interface Run extends Speed {
  readonly place: string;
  /** The quickest of some more runs: what is slow once may be a pause of the machine. */
  readonly again: () => Promise<Speed>;
}

export interface Slow { readonly place: string; readonly times: number }

/** What is too long, by two measures. */
export interface Verdict {
  /** Milliseconds per KB. */
  readonly median: number;
  readonly medianOpened: number;
  readonly opened: number;
  /** Above ten times the median per KB, of all runs and of those that a rule looked at. */
  readonly aboveAll: readonly Slow[];
  readonly aboveOpened: readonly Slow[];
  /** Above the time it takes to parse the text. */
  readonly aboveParsing: readonly Slow[];
}

const outlier = 10;

/** Judges runs; those that seem too slow run again first. */
export async function judge(runs: readonly Run[]): Promise<Verdict> {
  const opened = runs.filter((run) => run.opened);
  const median = medianOf(runs.map(({ perKilobyte }) => perKilobyte));
  const medianOpened = medianOf(opened.map(({ perKilobyte }) => perKilobyte));
  const [aboveAll, aboveOpened, aboveParsing]: [Slow[], Slow[], Slow[]] = [[], [], []];
  for (const run of runs) {
    if (run.perKilobyte <= outlier * median && run.ofParsing <= 1) continue;
    const { place } = run;
    const { perKilobyte, ofParsing } = await run.again();
    if (perKilobyte > outlier * median) aboveAll.push({ place, times: perKilobyte / median });
    if (run.opened && perKilobyte > outlier * medianOpened) aboveOpened.push({ place, times: perKilobyte / medianOpened });
    if (ofParsing > 1) aboveParsing.push({ place, times: ofParsing });
  }
  for (const list of [aboveAll, aboveOpened, aboveParsing]) list.sort((a, b) => b.times - a.times);
  return { median, medianOpened, opened: opened.length, aboveAll, aboveOpened, aboveParsing };
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
