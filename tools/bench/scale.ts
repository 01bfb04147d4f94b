import { median, runJob, type JobFile, type JobResult } from './job.js';

/** What linting the same files took when so many files were linted in all. Times are milliseconds per file. */
export interface ScaleFigures {
  files: number;
  /** Processor time of everything: reading, parsing, rules. */
  perFile: number;
  /** ESLint's own times of parser and rules. */
  parsePerFile: number;
  rulesPerFile: number;
  peakMegabytes: number;
  /** How many processes the medians are of. */
  processes: number;
}

/**
 * Lints nested samples, each in a new process, the small ones more often.
 *
 * @param samples what `nestedSamples` gave.
 * @param said is told about each process that has ended.
 */
export function measureScale(samples: readonly (readonly JobFile[])[], plugin: string, contender: string, said: (line: string) => void): ScaleFigures[] {
  const results = samples.map((): JobResult[] => []);
  for (const sample of turns(samples.length)) {
    const result = runJob({ contender, plugin, files: samples[sample]! });
    results[sample]!.push(result);
    const { files, perFile, rulesPerFile } = scaleFigures([result]);
    said(`${files} files: ${perFile.toFixed(2)} ms per file, rules ${rulesPerFile.toFixed(2)} ms`);
  }
  return results.map(scaleFigures);
}

/** The order of the samples: the two greatest once; the smaller ones before, between and after them, so that a change of the machine's load shows in none alone. */
export function turns(count: number): number[] {
  const all = Array.from({ length: count }, (_, at) => at);
  const small = all.slice(0, -2);
  return [...small, ...all.slice(-1), ...small, ...all.slice(-2, -1), ...small.slice(0, 1)];
}

/** Medians of the processes that linted one sample, over the files that all samples have. */
export function scaleFigures(results: readonly JobResult[]): ScaleFigures {
  const common = results.map(({ groups }) => groups['common']!);
  const { common: first, other } = results[0]!.groups;
  return {
    files: first!.linted + first!.unread + (other ? other.linted + other.unread : 0),
    perFile: median(common.map(({ processor, linted }) => processor / linted)),
    parsePerFile: median(common.map(({ parse, linted }) => parse / linted)),
    rulesPerFile: median(common.map(({ rules, linted }) => rules / linted)),
    peakMegabytes: median(results.map(({ peakMegabytes }) => peakMegabytes)),
    processes: results.length,
  };
}
