import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cpuClock } from './bench/cpu-time.js';
import { chosenFiles } from './bench/files.js';
import { BenchLinter, nothing, type Measured, type Rules } from './bench/linter.js';
import { observedPlugin } from './bench/observed.js';
import { builtFrom, type BenchPlugin } from './bench/plugin.js';
import { ServiceTimes } from './bench/services.js';
import { readArguments } from './shared/arguments.js';
import { root } from './shared/build.js';

const usage = `Usage: npx tsx tools/bench.ts [options] DIR...
Times the rules over checked-out repositories against the time that parsing the same files takes.

  --preset NAME      the rules to run (default "all"; may be repeated)
  --rule NAME        only this rule (may be repeated)
  --cross on|off     with or without reading other files (may be repeated; default both)
  --max N            at most N files per repository, in runs of neighbours (default 400)
  --repeat N         medians of N runs (default 1)
  --services         times each service by itself: makes the rules slower, so read the shares, not the sum
  --top N            lines per list (default 12)
  --source DIR       the checkout whose src/ is measured (default this one; several are measured in turns)
  --keep             leaves the build in node_modules/.cache, for a CPU profile
  --findings FILE    writes the findings, to compare two versions`;

const { values: options, positionals: directories } = readArguments(usage, {
  preset: { type: 'string', multiple: true, default: ['all'] },
  rule: { type: 'string', multiple: true },
  cross: { type: 'string', multiple: true, default: ['off', 'on'] },
  max: { type: 'string', default: '400' },
  repeat: { type: 'string', default: '1' },
  services: { type: 'boolean', default: false },
  top: { type: 'string', default: '12' },
  source: { type: 'string', multiple: true, default: [root] },
  keep: { type: 'boolean', default: false },
  findings: { type: 'string' },
});
if (directories.length === 0) {
  console.error(usage);
  process.exit(2);
}

const clock = await cpuClock();
const times = new ServiceTimes(clock);

interface Contender { name: string; plugin: BenchPlugin }
const contenders: Contender[] = [];
for (const source of options.source) {
  const plugin = options.services ? await observedPlugin(source, options.keep, times) : await builtFrom(source, options.keep);
  contenders.push({ name: options.source.length > 1 ? `${source} ` : '', plugin });
}

const idle = { create: () => ({}) };

function entriesOf({ configs }: BenchPlugin, preset: string): Rules {
  const { rules } = configs[`flat/${preset}`] as { rules: Rules };
  return options.rule ? Object.fromEntries(options.rule.map((name) => [`archprinciples/${name}`, rules[`archprinciples/${name}`]!])) : rules;
}

function lint({ plugin }: Contender, directory: string, preset: string, crossFile: boolean, max: number): Measured {
  const linter = new BenchLinter(directory, plugin, entriesOf(plugin, preset), { crossFile }, clock);
  const sum = nothing();
  for (const file of chosenFiles(directory, max)) linter.run(file, readFileSync(path.join(directory, file), 'utf8'), sum);
  return sum;
}

/** The processor time per file that ESLint itself takes for as many rules that do nothing. */
function idleTimes(contender: Contender, directory: string, preset: string): { all: number; create: number } {
  const names = Object.keys(entriesOf(contender.plugin, preset));
  const plugin = { ...contender.plugin, rules: Object.fromEntries(names.map((name) => [name.replace('archprinciples/', ''), idle])) };
  plugin.configs = { [`flat/${preset}`]: { rules: Object.fromEntries(names.map((name) => [name, 'error'])) } };
  const { rulesCpu, createCpu, files } = lint({ ...contender, plugin }, directory, preset, false, Number(options.max));
  return { all: rulesCpu / Math.max(1, files), create: createCpu / Math.max(1, files) };
}

const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
const shareOf = (run: Measured) => sumOf(run.rules.values()) / run.parse;
const median = (runs: readonly Measured[]) => [...runs].sort((a, b) => shareOf(a) - shareOf(b))[Math.floor(runs.length / 2)]!;
const cpuShareOf = (run: Measured) => run.rulesCpu / run.parseCpu;
const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 2 : 1)} %`;
const list = (entries: readonly (readonly [string, number])[]) => [...entries].sort((a, b) => b[1] - a[1]).slice(0, Number(options.top)).map(([name, share]) => `${name} ${percent(share)}`).join(', ');

function report(title: string, runs: readonly Measured[]): void {
  const parse = sumOf(runs.map((run) => run.parse));
  const cpu = (key: 'createCpu' | 'rulesCpu') => sumOf(runs.map((run) => run[key])) / sumOf(runs.map((run) => run.parseCpu));
  const rules = new Map<string, number>();
  for (const run of runs) for (const [rule, time] of run.rules) rules.set(rule, (rules.get(rule) ?? 0) + time);
  console.log(`== ${title}: rules ${percent(sumOf(rules.values()) / parse)}, by processor time ${percent(cpu('rulesCpu'))} (creation ${percent(cpu('createCpu'))}), other files parsed ${sumOf(runs.map((run) => run.extra))}`);
  console.log(`   ${list([...rules].map(([rule, time]) => [rule.replace('archprinciples/', ''), time / parse]))}`);
  if (options.services) console.log(list([...times.shares].map(([name, { count, own }]) => [`\n   ${name} (${count})`, own / runs.reduce((sum, run) => sum + run.parseCpu, 0)])));
}

const findings: string[] = [];
for (const contender of contenders) lint(contender, directories[0]!, 'all', options.cross.includes('on'), 60);
for (const preset of options.preset) {
  for (const cross of options.cross) {
    const totals = new Map(contenders.map((contender) => [contender, [] as Measured[]]));
    times.reset();
    for (const directory of directories) {
      const eslint = idleTimes(contenders[0]!, directory, preset);
      // In turns, since other load of the machine comes and goes.
      const runs = Array.from({ length: Number(options.repeat) }, () => contenders.map((contender) => lint(contender, directory, preset, cross === 'on', Number(options.max))));
      for (const [index, contender] of contenders.entries()) {
        const run = median(runs.map((round) => round[index]!));
        run.rulesCpu -= eslint.all * run.files;
        run.createCpu -= eslint.create * run.files;
        totals.get(contender)!.push(run);
        findings.push(...run.findings.map((line) => `${contender.name}${preset} ${cross} ${line}`));
        console.log(`${contender.name}${preset}, cross-file ${cross}, ${path.basename(directory)}: ${run.files} files, parse ${Math.round(run.parse)} ms, rules ${percent(shareOf(run))}, by processor time ${percent(cpuShareOf(run))}, other files parsed ${run.extra}, findings ${run.findings.length}`);
      }
    }
    for (const [contender, runs] of totals) report(`${contender.name}${preset}, cross-file ${cross}`, runs);
  }
}
if (options.findings) writeFileSync(options.findings, `${findings.join('\n')}\n`);
