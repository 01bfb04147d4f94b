import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chosenFiles } from './bench/files.js';
import { builtPlugin, root } from './shared/build.js';

const usage = `Usage: npm run bench:contenders -- [options] DIR...
Lints the same files with this plugin and with others, each in a process of its own, in turns, and compares the time of the rules
with the time of parsing, as ESLint's --stats gives them. Once before: npm ci --prefix tools/bench/contenders. Needs Node 22.13.

  --max N       at most N files per repository (default 200)
  --repeat N    medians of N rounds (default 5)`;

/** What a process of `run.mjs` prints; times in milliseconds. */
interface Run { name: string; parse: number; rules: number; linted: number; unread: number; peakMegabytes: number }

const names = [
  'parser only', 'archprinciples recommended, crossFile off', 'archprinciples all, crossFile off', 'archprinciples all', 'sonarjs recommended',
  'unicorn recommended', 'n recommended', 'security recommended', 'boundaries recommended',
];

const { values: options, positionals: directories } = parseArgs({ allowPositionals: true, options: { max: { type: 'string', default: '200' }, repeat: { type: 'string', default: '5' } } });
const folder = path.join(root, 'tools/bench/contenders');
if (directories.length === 0 || !existsSync(path.join(folder, 'node_modules'))) {
  console.error(usage);
  process.exit(2);
}

builtPlugin();
const temporary = mkdtempSync(path.join(tmpdir(), 'archprinciples-bench-'));
const runs = new Map<string, Run[]>(names.map((name) => [name, []]));
try {
  const list = path.join(temporary, 'files.txt');
  writeFileSync(list, directories.flatMap((directory) => chosenFiles(path.resolve(directory), Number(options.max)).map((file) => path.resolve(directory, file))).join('\n'));
  for (let round = 0; round < Number(options.repeat); round++) {
    for (const name of names) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'run.mjs'), name, path.join(root, 'dist/index.cjs'), list], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
      if (status !== 0) throw new Error(`${name}: ${stderr}`);
      runs.get(name)!.push(JSON.parse(stdout) as Run);
    }
  }
} finally {
  rmSync(temporary, { recursive: true });
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
for (const [name, all] of runs) {
  const share = median(all.map(({ rules, parse }) => rules / parse));
  console.log(`${name.padEnd(42)} rules ${(100 * share).toFixed(1).padStart(7)} % of parsing, ${all[0]!.linted} files, peak ${median(all.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0)} MB`);
}
