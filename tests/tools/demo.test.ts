import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('shows the findings in the example service and what --fix makes of it', () => {
  const before = readFileSync('examples/shop-api/src/routes/products.ts', 'utf8');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'tools/demo.ts'], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);

  const findings = [...stdout.split('What `eslint --fix`')[0]!.matchAll(/^(src\/\S+):\d+:\d+ {2}(?:error|warning) {2}archprinciples\/(\S+)$/gmu)].map(([, file, rule]) => `${file} ${rule}`);
  expect(findings).toEqual([
    'src/routes/accounts.ts no-blocking-handler',
    'src/routes/assistant.ts prefer-parallel-agents',
    'src/routes/products.ts no-per-call-client',
    'src/routes/products.ts no-blocking-handler',
  ]);
  expect(stdout).toMatch(/^\+.*await readFile\(/mu);
  expect(stdout).toMatch(/^\+.*await bcrypt\.hash\(/mu);
  expect(stdout).toMatch(/^\+.*await Promise\.all\(/mu);
  expect(stdout).toMatch(/^\+ {2}return \(redis \?\?= new Redis\(/mu);
  expect(stdout).toContain('the fixed copy type-checks');
  expect(readFileSync('examples/shop-api/src/routes/products.ts', 'utf8')).toBe(before);
});
