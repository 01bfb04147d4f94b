import type { Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cpuClock } from './cpu-time.js';
import type { JobFile } from './job.js';
import { BenchLinter, nothing } from './linter.js';
import { observedPlugin } from './observed.js';
import { ServiceTimes } from './services.js';

/** A rule, a service or the gates, without what they asked of others, in parts of the time of parsing. */
export interface OwnShare { name: string; share: number }

/** How many files of the first repository are linted before anything counts. */
const warmUp = 60;

/** Times of rules and services by themselves, the dearest first, with our preset `all`. */
export async function measureShares(checkout: string, files: readonly JobFile[], crossFile: boolean): Promise<OwnShare[]> {
  const clock = await cpuClock();
  const times = new ServiceTimes(clock);
  const plugin = await observedPlugin(checkout, false, times);
  const { rules } = plugin.configs['flat/all'] as { rules: Linter.RulesRecord };
  const linterOf = (directory: string) => new BenchLinter(directory, plugin, rules, { crossFile }, clock);
  const lint = (some: readonly JobFile[]) => {
    const sum = nothing();
    const linters = new Map<string, BenchLinter>();
    for (const { directory, file } of some) {
      if (!linters.has(directory)) linters.set(directory, linterOf(directory));
      linters.get(directory)!.run(file, readFileSync(path.join(directory, file), 'utf8'), sum);
    }
    return sum;
  };
  lint(files.slice(0, warmUp));
  times.reset();
  const { parseCpu } = lint(files);
  return [...times.shares].filter(([, { count }]) => count > 0).map(([name, { own }]) => ({ name, share: own / parseCpu })).sort((a, b) => b.share - a.share);
}
