import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { contendersFolder, type JobFile } from './job.js';

/** What `eslint --concurrency 2` reports, compared with `--concurrency 1`. */
export interface ConcurrencyFigures {
  files: number;
  findings: number;
  /** Files for which the outputs are not the same, letter by letter, edits included. */
  differences: number;
  /** Seconds that each took. */
  seconds: [one: number, two: number];
}

/** Lints each repository's files by ESLint's command, with our preset `all`, in one thread and in two. */
export function compareConcurrency(files: readonly JobFile[], plugin: string): ConcurrencyFigures {
  const folder = mkdtempSync(path.join(tmpdir(), 'archprinciples-threads-'));
  const figures: ConcurrencyFigures = { files: 0, findings: 0, differences: 0, seconds: [0, 0] };
  try {
    const config = path.join(folder, 'eslint.config.mjs');
    const from = (file: string) => JSON.stringify(pathToFileURL(file).href);
    writeFileSync(config, `import archprinciples from ${from(plugin)};
import * as parser from ${from(path.join(contendersFolder, 'node_modules/@typescript-eslint/parser/dist/index.js'))};
export default [
  { files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'], languageOptions: { parser } },
  { files: ['**/*.{tsx,js,jsx,mjs,cjs}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  archprinciples.configs['flat/all'],
];
`);
    for (const directory of new Set(files.map((file) => file.directory))) {
      const names = files.filter((file) => file.directory === directory).map(({ file }) => file);
      const [one, two] = [1, 2].map((threads) => {
        const begun = performance.now();
        const output = lintedBy(config, directory, names, threads);
        figures.seconds[threads - 1]! += (performance.now() - begun) / 1000;
        return output;
      }) as [string, string];
      const results = [one, two].map((output) => JSON.parse(output) as { messages: object[] }[]) as [{ messages: object[] }[], { messages: object[] }[]];
      figures.files += results[0].length;
      figures.findings += results[0].reduce((sum, { messages }) => sum + messages.length, 0);
      if (one !== two) figures.differences += differing(...results);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return figures;
}

/**
 * How many of two outputs' results are not the same, in their order; at least 1, since it is asked about outputs that differ.
 */
export function differing(one: readonly object[], two: readonly object[]): number {
  const count = Array.from({ length: Math.max(one.length, two.length) }, (_, at) => JSON.stringify(one[at]) !== JSON.stringify(two[at])).filter(Boolean).length;
  return Math.max(1, count);
}

function lintedBy(config: string, directory: string, files: readonly string[], threads: number): string {
  const eslint = path.join(contendersFolder, 'node_modules/eslint/bin/eslint.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [eslint, '--config', config, '--no-inline-config', '--no-warn-ignored', '--concurrency', String(threads), '--format', 'json', ...files], {
    cwd: directory, encoding: 'utf8', maxBuffer: 1 << 28,
  });
  // 1 says that there are findings.
  if (status !== 0 && status !== 1) throw new Error(`ESLint with --concurrency ${threads} in ${directory}: ${stderr}`);
  return stdout;
}
