import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const copied = ['src', 'cli', '.github', 'tools', 'docs', 'examples', 'tests/helpers', 'tests/docs', 'tests/meta', 'tests/rules', 'tests/corpus', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'package.json', 'tsconfig.json'];

/** A copy of the project in a temporary directory, for tests of what writes into it. */
export class TemporaryProject {
  readonly directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'archprinciples-project-')));

  constructor() {
    for (const entry of copied) cpSync(entry, path.join(this.directory, entry), { recursive: true, filter: (source) => path.basename(source) !== 'node_modules' });
    symlinkSync(path.resolve('node_modules'), path.join(this.directory, 'node_modules'), 'junction');
    this.write('vitest.config.ts', "import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, maxWorkers: 1 } });\n");
  }

  read(file: string): string {
    return readFileSync(path.join(this.directory, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(path.join(this.directory, file), text);
  }

  /** Runs a program of an installed package: `tsx tools/gen.ts`, `tsc`, `vitest run ...`. */
  run(program: 'tsc' | 'tsx' | 'vitest', ...args: string[]): { status: number | null; output: string } {
    const files = { tsc: 'typescript/bin/tsc', tsx: 'tsx/dist/cli.mjs', vitest: 'vitest/vitest.mjs' };
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|TEST$)/u.test(name)));
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(this.directory, 'node_modules', files[program]), ...args], { cwd: this.directory, env, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true });
  }
}
