import type { Linter } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cpuClock } from './bench/cpu-time.js';
import { damaged } from './robust/damage.js';
import { growth } from './robust/growth.js';
import { RobustLinter, type Outcome } from './robust/lint.js';
import { judge, measuredFrom, type Run, type Slow, type Speed } from './robust/speeds.js';
import { readArguments } from './shared/arguments.js';
import { builtPlugin, root as project } from './shared/build.js';

const usage = `Usage: npm run robust -- [options] DIR...
Lints every script and YAML file below the directories with all rules, under each parser that can read it, and looks for
exceptions and for files whose rules take longer than parsing. Exits with 1 when it finds any.

  --growth       instead repeats each script 4 and 16 times in one text and looks for code that runs more often for each copy
  --cross-file   rules read the files that a file imports; times then say nothing of it, and only exceptions count
  --damage N     also lints N damaged versions of each file (truncated, shuffled, with words swapped), with files that it imports
  --every N      only each Nth file
  --seed N       another choice of damage (default 1)`;

const { values: options, positionals: directories } = readArguments(usage, {
  growth: { type: 'boolean', default: false },
  'cross-file': { type: 'boolean', default: false },
  damage: { type: 'string', default: '0' },
  every: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
});
if (directories.length === 0) {
  console.error(usage);
  process.exit(2);
}

const plugin = builtPlugin();
const builtScript = path.join(project, 'dist/index.cjs');
const clock = await cpuClock();
const rulesOf = (preset: string) => (plugin.configs[`flat/${preset}`] as { rules: Linter.RulesRecord }).rules;
const code = rulesOf('all');
const yaml = rulesOf('manifests-strict');
const roots = directories.map((given) => path.resolve(given));

if (options.growth) process.exitCode = growth({ plugin, rules: code, script: builtScript }, roots.flatMap((root) => chosen(root).filter((file) => !isYaml(file)).map((file) => path.join(root, file)))) ? 1 : 0;
else await look();

/** Looks for exceptions and slow files, and prints what there is. */
async function look(): Promise<void> {
  const crashes: string[] = [];
  const speeds: Run[] = [];
  const counts = { files: 0, damaged: 0, runs: {} as Record<string, { parsed: number; unreadable: number }> };

  for (const root of roots) {
    const linterFor = (crossFile: boolean) => ({
      code: new RobustLinter(root, { plugin, rules: code, crossFile, clock }),
      yaml: new RobustLinter(root, { plugin, rules: yaml, crossFile, clock }),
    });
    const [alone, together] = [linterFor(false), linterFor(true)];
    for (const [index, file] of chosen(root).entries()) {
      const kind = isYaml(file) ? 'yaml' : 'code';
      const filename = path.join(root, file);
      const text = readFileSync(filename, 'utf8');
      counts.files++;
      const whole = options['cross-file'] ? together : alone;
      const outcomes = note(filename, '', await whole[kind].run(filename, text));
      if (text.length >= measuredFrom && !options['cross-file']) speeds.push(...outcomes.map((outcome) => runOf(alone[kind], filename, text, outcome)));
      for (const version of damaged(text, Number(options.damage), Number(options.seed) + index)) {
        counts.damaged++;
        note(filename, ', damaged', await together[kind].run(filename, version));
      }
    }
  }

  /** Counts outcomes, keeps what rules threw, and gives those that have a time. */
  function note(filename: string, kind: string, outcomes: readonly Outcome[]): Outcome[] {
    for (const { parser, parsed, crash } of outcomes) {
      const count = (counts.runs[parser] ??= { parsed: 0, unreadable: 0 });
      count[parsed ? 'parsed' : 'unreadable']++;
      if (crash) crashes.push(`${filename} (${parser}${kind})\n${crash}`);
    }
    return outcomes.filter(({ parsed, crash }) => parsed && !crash);
  }

  console.log(`${counts.files} files and ${counts.damaged} damaged versions of them`);
  for (const [parser, { parsed, unreadable }] of Object.entries(counts.runs)) console.log(`  ${parser}: ${parsed} linted, ${unreadable} not readable`);
  console.log(`${crashes.length} exceptions`);
  for (const crash of crashes.slice(0, 20)) console.log(`\n${crash}`);
  const verdict = await judge(speeds);
  const micro = (milliseconds: number) => `${(1000 * milliseconds).toFixed(0)} µs`;
  console.log(`${speeds.length} runs over files of 4 KB or more, each file by itself`);
  console.log(`  median ${micro(verdict.median)} of rule time per KB, ${verdict.aboveAll.length} above ten times that`);
  console.log(`  ${verdict.opened} that a rule looked at: median ${micro(verdict.medianOpened)}, ${verdict.aboveOpened.length} above ten times that`);
  print(verdict.aboveOpened);
  console.log(`  ${verdict.aboveParsing.length} whose rules took longer than parsing`);
  print(verdict.aboveParsing);
  process.exitCode = crashes.length > 0 || verdict.aboveParsing.length > 0 ? 1 : 0;
}

function print(list: readonly Slow[]): void {
  for (const { place, times } of list.slice(0, 20)) console.log(`    ${times.toFixed(1)} x ${place}`);
}

function runOf(linter: RobustLinter, filename: string, text: string, outcome: Outcome): Run {
  const kilobytes = text.length / 1024;
  const speedOf = ({ ruleTime, parseTime, opened }: Outcome): Speed => ({ perKilobyte: ruleTime / kilobytes, ofParsing: ruleTime / parseTime, opened: opened > 0 });
  const again = async () => {
    const speeds: Speed[] = [];
    for (let run = 0; run < 3; run++) speeds.push(speedOf((await linter.run(filename, text)).find(({ parser }) => parser === outcome.parser)!));
    return { ...speeds[0]!, perKilobyte: Math.min(...speeds.map(({ perKilobyte }) => perKilobyte)), ofParsing: Math.min(...speeds.map(({ ofParsing }) => ofParsing)) };
  };
  return { place: `${filename} (${outcome.parser}, ${kilobytes.toFixed(0)} KB)`, ...speedOf(outcome), again };
}

function* filesIn(directory: string, below: string): Iterable<string> {
  for (const entry of readdirSync(path.join(directory, below), { withFileTypes: true })) {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules') yield* filesIn(directory, file);
    else if (entry.isFile() && /\.(?:[cm]?[jt]sx?|ya?ml)$/u.test(entry.name)) yield file;
  }
}

function chosen(directory: string): string[] {
  return [...filesIn(directory, '')].sort().filter((_, index) => index % Number(options.every) === 0);
}

function isYaml(file: string): boolean {
  return /\.ya?ml$/u.test(file);
}
