import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import semver from 'semver';
import manifest from '../package.json' with { type: 'json' };
import { compareConcurrency } from './bench/concurrency.js';
import { contenders, measureContenders } from './bench/contenders.js';
import { goalsOf, isMet, number } from './bench/goals.js';
import { contendersFolder, type JobFile } from './bench/job.js';
import { performanceText, type MeasuredRepository, type Performance } from './bench/performance.js';
import { checkouts, filesOf, nestedSamples, type Checkout } from './bench/pinned.js';
import { measureScale } from './bench/scale.js';
import { measureShares } from './bench/shares.js';
import { readRepositories } from './corpus/repositories.js';
import { readArguments } from './shared/arguments.js';
import { builtPlugin, root } from './shared/build.js';

/** Server code of different kinds and sizes; their files are what the contenders lint. */
const measuredNames = ['kutt', 'agent-kit', 'nestjs-boilerplate', 'ghostfolio', 'parse-server', 'node-express-boilerplate', 'firecrawl'];
/** How many of the dearest rules and services are recorded. */
const shown = 15;
/** Files that are linted before the time per file counts. */
const warmUp = 300;

const usage = `Usage: npm run performance -- [options] DIR...
Measures what linting costs, beside other plugins, over the repositories that \`npm run corpus:clone\` has put below DIR.
Once before: npm ci --prefix tools/bench/contenders. Needs Node 22.13, and a machine that does nothing else.

  --max N        at most N files of each measured repository, in runs of neighbours; 0 for all (default 100)
  --rounds N     medians of N rounds, in which the contenders take turns (default 5)
  --sizes LIST   numbers of files for the time per file, ascending (default 500,2000,5000,20000)
  --part NAME    only this part (may be repeated): contenders, concurrency, scale, shares
  --record       writes tests/corpus/performance.json, from which \`npm run gen\` makes docs/performance.md`;

const parts = ['contenders', 'concurrency', 'scale', 'shares'] as const;
const { values: options, positionals: folders } = readArguments(usage, {
  max: { type: 'string', default: '100' },
  rounds: { type: 'string', default: '5' },
  sizes: { type: 'string', default: '500,2000,5000,20000' },
  part: { type: 'string', multiple: true, default: [...parts] },
  record: { type: 'boolean', default: false },
});
const max = Number(options.max) || Infinity;
const rounds = Number(options.rounds);
const sizes = options.sizes.split(',').map(Number);

function end(message: string): never {
  console.error(message);
  process.exit(2);
}
const missing = parts.filter((part) => !options.part.includes(part));
if (folders.length === 0 || options.part.some((part) => !parts.includes(part as never))) end(usage);
if (options.record && missing.length > 0) end('What is recorded was measured in one run: leave out --part.');
if (!semver.gte(process.versions.node, '22.13.0')) end(`The contenders need Node 22.13; this is ${process.versions.node}.`);
if (!existsSync(path.join(contendersFolder, 'node_modules'))) end('Run `npm ci --prefix tools/bench/contenders` once.');

const all = checkouts(folders, readRepositories(path.join(root, 'tests/corpus/repositories.json')));
const measured = measuredNames.flatMap((name) => all.filter((checkout) => checkout.name === name));
if (measured.length < measuredNames.length) end(`Not there at the commit that was judged: ${measuredNames.filter((name) => !measured.some((one) => one.name === name)).join(', ')}. Run \`npm run corpus:clone\`.`);

const begun = performance.now();
builtPlugin();
const plugin = path.join(root, 'dist/index.cjs');
const files = filesOf(measured, max);
const samples = options.part.includes('scale') ? nestedSamples(all, sizes, warmUp) : undefined;
if (options.part.includes('scale') && !samples) end(`There are fewer than ${number(sizes.at(-1)! + warmUp)} files with different texts: clone more repositories, or give smaller --sizes.`);

const result: Partial<Performance> = {
  node: process.versions.node,
  versions: versions(),
  max: Number.isFinite(max) ? max : null,
  rounds,
  repositories: countsOf(measured, files),
};
const say = (line: string) => console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);
say(`${number(files.length)} files of ${measured.length} repositories`);
if (options.part.includes('contenders')) {
  const { linted, unread, figures } = measureContenders(files, plugin, rounds, say);
  Object.assign(result, { linted, unread, contenders: figures });
  for (const { name, rules, rulesPerFile, whole, peakMegabytes, findings } of figures) {
    console.log(`${contenders[name]!.padEnd(46)} rules ${rules.map((share) => (100 * share).toFixed(1)).join(' / ')} % of parsing, ${rulesPerFile.toFixed(3)} ms per file, whole ${whole.toFixed(2)}, peak ${peakMegabytes.toFixed(0)} MB, findings ${findings}`);
  }
}
if (options.part.includes('concurrency')) {
  result.concurrency = compareConcurrency(files, plugin);
  say(`--concurrency: ${JSON.stringify(result.concurrency)}`);
}
if (samples) {
  const last = samples.at(-1)!.filter(({ group }) => group !== 'warm-up');
  result.scaleRepositories = countsOf(all, last);
  result.common = last.filter(({ group }) => group === 'common').length;
  result.scale = measureScale(samples, plugin, 'all', say);
}
if (options.part.includes('shares')) {
  result.sharesOff = (await measureShares(root, files, false)).slice(0, shown);
  result.shares = (await measureShares(root, files, true)).slice(0, shown);
  for (const key of ['sharesOff', 'shares'] as const) say(`${key}: ${result[key]!.map(({ name, share }) => `${name} ${(100 * share).toFixed(2)} %`).join(', ')}`);
}
if (missing.length === 0) {
  const complete = result as Performance;
  for (const goal of goalsOf(complete)) console.log(`${isMet(goal) ? 'met    ' : 'NOT MET'} ${goal.text}: ${goal.measured.toFixed(1)} ${goal.unit}, goal ${goal.atMost ? 'at most' : 'at least'} ${goal.limit}`);
  if (options.record) writeFileSync(path.join(root, 'tests/corpus/performance.json'), performanceText(complete));
}
say('done');

function countsOf(repositories: readonly Checkout[], of: readonly JobFile[]): MeasuredRepository[] {
  return repositories
    .map(({ name, commit, directory }) => ({ name, commit, files: of.filter((file) => file.directory === directory).length }))
    .filter((repository) => repository.files > 0);
}

/** The packages that are measured, as they are installed. */
function versions(): Record<string, string> {
  const load = createRequire(path.join(contendersFolder, 'package.json'));
  const { dependencies } = load('./package.json') as { dependencies: Record<string, string> };
  const installed = Object.keys(dependencies).map((name) => [name, (load(path.join(contendersFolder, 'node_modules', name, 'package.json')) as { version: string }).version]);
  return { [manifest.name]: manifest.version, ...Object.fromEntries(installed) as Record<string, string> };
}
