import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `npm test`: every check that needs no network, the quick ones first; stops at the first that fails. The last line counts tests. */

const steps: readonly { name: string; vitest?: 'e2e' | 'unit' }[] = [
  { name: 'types' },
  { name: 'gen:check' },
  { name: 'lint' },
  { name: 'unit', vitest: 'unit' },
  { name: 'bench:short' },
  { name: 'check-edits' },
  { name: 'check-package' },
  { name: 'e2e', vitest: 'e2e' },
  { name: 'demo' },
  { name: 'site:test' },
];

const directory = mkdtempSync(path.join(tmpdir(), 'archprinciples-test-'));
let passed = 0;
let failed = 0;
for (const { name, vitest } of steps) {
  console.log(`\n> ${name}`);
  const report = path.join(directory, `${name}.json`);
  const extra = vitest ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const { status } = spawnSync('npm', ['run', '--silent', name, ...extra], { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ARCHPRINCIPLES_EDITS: path.join(directory, 'edits.jsonl') } });
  const counts = vitest ? readCounts(report) : { passed: 0, failed: 0 };
  passed += counts.passed;
  // A step that fails without a failed test (a crash, a lint error) counts as one.
  failed += status === 0 ? counts.failed : Math.max(counts.failed, 1);
  if (failed > 0) {
    console.error(`\n${name} failed.`);
    break;
  }
}
rmSync(directory, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);

function readCounts(report: string): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
