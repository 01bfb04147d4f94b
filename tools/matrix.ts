import { spawnSync } from 'node:child_process';

/** `npm run matrix [-- 22 24]`: unit and end-to-end tests under other releases of Node, which npx fetches. */

const releases = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24'];
for (const release of releases) {
  console.log(`\n> Node ${release}`);
  const { status } = spawnSync('npx', ['--yes', '-p', `node@${release}`, 'node', 'node_modules/vitest/vitest.mjs', 'run'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exitCode = 1;
}
