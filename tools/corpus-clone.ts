import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { readRepositories } from './corpus/repositories.js';
import { readArguments } from './shared/arguments.js';
import { root } from './shared/build.js';

const usage = `Usage: npm run corpus:clone -- DIR [NAME...]
Checks out the repositories of tests/corpus/repositories.json, or the named ones, below DIR, each at the commit that was judged.
Needs git and the network.`;

const { positionals: [directory, ...names] } = readArguments(usage, {});
const repositories = readRepositories(path.join(root, 'tests/corpus/repositories.json'));
const unknown = names.filter((name) => !(name in repositories));
if (!directory || unknown.length > 0) {
  console.error(unknown.length > 0 ? `No such repository: ${unknown.join(', ')}.` : usage);
  process.exit(2);
}

const failed: string[] = [];
for (const name of names.length > 0 ? names : Object.keys(repositories)) {
  const target = path.resolve(directory, name);
  if (existsSync(path.join(target, '.git'))) continue;
  mkdirSync(target, { recursive: true });
  const { repository, commit } = repositories[name]!;
  const steps = [['init', '--quiet'], ['fetch', '--quiet', '--depth', '1', `https://github.com/${repository}.git`, commit], ['checkout', '--quiet', 'FETCH_HEAD']];
  const done = steps.every((step) => spawnSync('git', step, { cwd: target, stdio: 'inherit' }).status === 0);
  console.log(`${done ? 'checked out' : 'FAILED'} ${repository} at ${commit.slice(0, 12)}`);
  if (!done) failed.push(name);
}
process.exitCode = failed.length > 0 ? 1 : 0;
