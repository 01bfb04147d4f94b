import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/build.js';

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', path.join(root, 'tools/corpus-clone.ts'), ...args], { cwd: root, encoding: 'utf8' });
}

describe('command lines of the tools', () => {
  it('prints the usage when asked', () => {
    const { status, stdout } = run('--help');
    expect(stdout).toContain('Usage: npm run corpus:clone');
    expect(status).toBe(0);
  });

  it('says which option is not there', () => {
    const { status, stderr } = run('--nope');
    expect(stderr).toContain(`Unknown option '--nope'`);
    expect(stderr).toContain('Usage: npm run corpus:clone');
    expect(status).toBe(2);
  });
});
