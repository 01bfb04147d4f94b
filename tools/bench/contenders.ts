import { median, runJob, type JobFile, type JobResult } from './job.js';

/** Who is measured, in this order in each round; names of `contenders/run.mjs`, and what a reader calls them. */
export const contenders: Readonly<Record<string, string>> = {
  parser: 'parser and scope analysis only',
  'recommended-off': '`recommended`, `crossFile: false`',
  recommended: '`recommended`',
  'all-off': '`all`, `crossFile: false`',
  all: '`all`',
  sonarjs: 'eslint-plugin-sonarjs recommended',
  unicorn: 'eslint-plugin-unicorn recommended',
  n: 'eslint-plugin-n recommended',
  security: 'eslint-plugin-security recommended',
  boundaries: 'eslint-plugin-boundaries recommended',
};

/** One contender over all files: medians of the rounds. */
export interface ContenderFigures {
  name: string;
  /** Time of the rules in parts of the time that parsing takes in the same process: the least, the median and the most of the rounds. */
  rules: [least: number, median: number, most: number];
  /** Milliseconds of the rules per file. */
  rulesPerFile: number;
  /** Processor time of the whole lint, in parts of that of the parser alone in the same round. */
  whole: number;
  peakMegabytes: number;
  findings: number;
}

/**
 * Lints the same files with each contender in turns, each time in a new process.
 *
 * @param said is told about each process that has ended.
 */
export function measureContenders(files: readonly JobFile[], plugin: string, rounds: number, said: (line: string) => void): { linted: number; unread: number; figures: ContenderFigures[] } {
  const results: Record<string, JobResult>[] = [];
  for (let round = 1; round <= rounds; round++) {
    const round1: Record<string, JobResult> = {};
    for (const contender of Object.keys(contenders)) {
      const result = runJob({ contender, plugin, files });
      const { parse, rules, processor } = sumOf(result);
      said(`round ${round}, ${contender}: rules ${((100 * rules) / parse).toFixed(1)} % of parsing, ${(processor / 1000).toFixed(1)} s, peak ${result.peakMegabytes.toFixed(0)} MB`);
      round1[contender] = result;
    }
    results.push(round1);
  }
  const { linted, unread } = sumOf(results[0]!['parser']!);
  return { linted, unread, figures: Object.keys(contenders).map((name) => figuresOf(name, results)) };
}

/** The figures of one contender from all rounds, each round holding a result of every contender. */
export function figuresOf(name: string, rounds: readonly Readonly<Record<string, JobResult>>[]): ContenderFigures {
  const own = rounds.map((round) => sumOf(round[name]!));
  const shares = own.map(({ rules, parse }) => rules / parse);
  return {
    name,
    rules: [Math.min(...shares), median(shares), Math.max(...shares)],
    rulesPerFile: median(own.map(({ rules, linted }) => rules / linted)),
    whole: median(own.map(({ processor }, round) => processor / sumOf(rounds[round]!['parser']!).processor)),
    peakMegabytes: median(rounds.map((round) => round[name]!.peakMegabytes)),
    findings: own[0]!.findings,
  };
}

function sumOf({ groups }: JobResult): JobResult['groups'][string] {
  return groups['measured']!;
}
