import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ESLint } from 'eslint';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const built = path.join(root, 'dist/index.cjs');

/** The built plugin, as users load it; built first when it is missing or older than its sources. */
export function builtPlugin(): ESLint.Plugin & { rules: object; configs: Record<string, unknown> } {
  if (isStale()) execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  return createRequire(import.meta.url)(built) as ReturnType<typeof builtPlugin>;
}

function isStale(): boolean {
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((file) => path.join('src', file));
  return [...sources, 'package.json', 'tsup.config.ts'].some((file) => existsSync(path.join(root, file)) && statSync(path.join(root, file)).mtimeMs > time);
}
