import type { Linter } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { damaged } from './robust/damage.js';
import { RobustLinter } from './robust/lint.js';
import { builtPlugin } from './shared/build.js';

const usage = `Usage: npm run robust -- [options] DIR...
Lints every script and YAML file below the directories with all rules, under each parser that can read it, and looks for
exceptions and for files that take far longer than others. Exits with 1 when it finds any.

  --damage N     also lints N damaged versions of each file (truncated, shuffled, with words swapped)
  --every N      only each Nth file
  --seed N       another choice of damage (default 1)`;

/** Files that are long enough for their time to mean something, in characters, and how far above the median is too far. */
const measured = 4096;
const outlier = 10;

const { values: options, positionals: directories } = parseArgs({
  allowPositionals: true,
  options: { damage: { type: 'string', default: '0' }, every: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
});
if (directories.length === 0) {
  console.error(usage);
  process.exit(2);
}

const plugin = builtPlugin();
const rulesOf = (preset: string) => (plugin.configs[`flat/${preset}`] as { rules: Linter.RulesRecord }).rules;
const code = rulesOf('all');
const yaml = rulesOf('manifests-strict');

const crashes: string[] = [];
const speeds: { place: string; perKilobyte: number; again: () => Promise<number> }[] = [];
const counts = { files: 0, damaged: 0, runs: {} as Record<string, { parsed: number; unreadable: number }> };

for (const directory of directories.map((given) => path.resolve(given))) {
  const linters = { code: new RobustLinter(directory, plugin, code), yaml: new RobustLinter(directory, plugin, yaml) };
  for (const [index, file] of filesBelow(directory).entries()) {
    if (index % Number(options.every) !== 0) continue;
    const linter = /\.ya?ml$/u.test(file) ? linters.yaml : linters.code;
    const text = readFileSync(path.join(directory, file), 'utf8');
    counts.files++;
    await lint(linter, directory, file, text, true);
    for (const version of damaged(text, Number(options.damage), Number(options.seed) + index)) {
      counts.damaged++;
      await lint(linter, directory, file, version, false);
    }
  }
}

async function lint(linter: RobustLinter, directory: string, file: string, text: string, timed: boolean): Promise<void> {
  const filename = path.join(directory, file);
  for (const { parser, parsed, crash, ruleTime } of await linter.run(filename, text)) {
    const count = (counts.runs[parser] ??= { parsed: 0, unreadable: 0 });
    count[parsed ? 'parsed' : 'unreadable']++;
    if (crash) crashes.push(`${filename} (${parser}${timed ? '' : ', damaged'})\n${crash}`);
    if (!timed || !parsed || crash || text.length < measured) continue;
    const kilobytes = text.length / 1024;
    const again = async () => {
      const times: number[] = [];
      for (let run = 0; run < 3; run++) times.push((await linter.run(filename, text)).find((outcome) => outcome.parser === parser)!.ruleTime);
      return Math.min(...times) / kilobytes;
    };
    speeds.push({ place: `${filename} (${parser}, ${kilobytes.toFixed(0)} KB)`, perKilobyte: ruleTime / kilobytes, again });
  }
}

function* filesIn(directory: string, below: string): Iterable<string> {
  for (const entry of readdirSync(path.join(directory, below), { withFileTypes: true })) {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules') yield* filesIn(directory, file);
    else if (entry.isFile() && /\.(?:[cm]?[jt]sx?|ya?ml)$/u.test(entry.name)) yield file;
  }
}

function filesBelow(directory: string): string[] {
  return [...filesIn(directory, '')].sort();
}

const ordered = speeds.map(({ perKilobyte }) => perKilobyte).sort((a, b) => a - b);
const median = ordered[Math.floor(ordered.length / 2)] ?? 0;
// What is slow once may be a pause of the machine: the quickest of three more runs decides.
const slow: { place: string; times: number }[] = [];
for (const { place, perKilobyte, again } of speeds) {
  if (perKilobyte <= outlier * median) continue;
  const times = (await again()) / median;
  if (times > outlier) slow.push({ place, times });
}
slow.sort((a, b) => b.times - a.times);

console.log(`${counts.files} files and ${counts.damaged} damaged versions of them`);
for (const [parser, { parsed, unreadable }] of Object.entries(counts.runs)) console.log(`  ${parser}: ${parsed} linted, ${unreadable} not readable`);
console.log(`${crashes.length} exceptions`);
for (const crash of crashes.slice(0, 20)) console.log(`\n${crash}`);
console.log(`${speeds.length} runs over files of 4 KB or more, median ${(1000 * median).toFixed(0)} µs of rule time per KB, ${slow.length} above ${outlier} times that`);
for (const { place, times } of slow.slice(0, 40)) console.log(`  ${times.toFixed(1)} x ${place}`);
process.exitCode = crashes.length > 0 || slow.length > 0 ? 1 : 0;
