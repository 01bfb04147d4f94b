import type { Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cpuClock } from './bench/cpu-time.js';
import { chosenFiles } from './bench/files.js';
import { BenchLinter, nothing } from './bench/linter.js';
import { builtFrom } from './bench/plugin.js';
import { exceeds, measureBounded, type Bounded } from './bench/short.js';
import { root } from './shared/build.js';

/**
 * `npm run bench:short`: the time of all rules against the time of parsing, on this project's own code, as processor time, which other load
 * of the machine hardly changes. Fails when a share is several times what it was when its limit was written.
 */

/** What is linted, at most how many files of it, and the most that the rules may take in parts of parsing, without and with reading other files. */
const parts = [
  { folder: 'src', max: 150, limits: { off: 0.4, on: 0.9 } },
  { folder: 'examples/shop-api', max: 50, limits: { off: 2, on: 4 } },
] as const;
const rounds = 5;

const clock = await cpuClock();
const plugin = await builtFrom(root, false);
const { rules } = plugin.configs['flat/all'] as { rules: Linter.RulesRecord };

const bounded = parts.flatMap(({ folder, max, limits }) => (['off', 'on'] as const).map((cross): Bounded => {
  const directory = path.join(root, folder);
  const linter = new BenchLinter(directory, plugin, rules, { crossFile: cross === 'on' }, clock);
  const texts = chosenFiles(directory, max).map((file) => [file, readFileSync(path.join(directory, file), 'utf8')] as const);
  const measure = () => {
    const sum = nothing();
    for (const [file, text] of texts) linter.run(file, text, sum);
    return sum.rulesCpu / sum.parseCpu;
  };
  return { name: `${folder}, crossFile ${cross} (${texts.length} files)`, limit: limits[cross], measure };
}));

// The engine compiles what runs often: the first round is none.
for (const one of bounded) one.measure();
const figures = measureBounded(bounded, rounds);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
for (const figure of figures) console.log(`${exceeds(figure) ? 'TOO SLOW' : 'ok      '} ${figure.name}: rules take ${percent(figure.share)} of parsing, limit ${percent(figure.limit)}${figure.tries > 1 ? ', second try' : ''}`);
process.exitCode = figures.some(exceeds) ? 1 : 0;
