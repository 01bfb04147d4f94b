import { ESLint, type Linter } from 'eslint';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import type { Context, Result } from '../../formatters/eslint.js';
import { builtPlugin, root } from '../shared/build.js';
import { marketplace, type When } from './marketplace.js';

/** What ESLint says of the example service and the made-up one together. */
export interface Sample {
  readonly results: Result[];
  readonly context: Context;
}

/** Lints both with the built plugin's `recommended`, in a folder that is gone afterwards. */
export async function sample(when: When): Promise<Sample> {
  const directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'archprinciples-sample-')));
  try {
    for (const [name, text] of Object.entries(marketplace(when))) {
      mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
      writeFileSync(path.join(directory, name), text);
    }
    return { results: await lint(directory, 'marketplace'), context: { cwd: '/sample' } };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The results of both services, as if they lay in one folder: that of a test run is of no interest. */
async function lint(directory: string, name: string): Promise<Result[]> {
  const plugin = builtPlugin();
  const config = [
    { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as Linter.Parser }, plugins: { archprinciples: plugin } },
    { files: ['**/*.ts'], ...(plugin.configs['flat/recommended'] as Linter.Config) },
  ];
  const services: Record<string, string> = { [name]: directory, 'shop-api': path.join(root, 'examples/shop-api') };
  const results = await Promise.all(Object.entries(services).map(async ([service, cwd]) => {
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config, stats: true });
    const linted = await eslint.lintFiles(['src/**/*.ts']);
    return linted.map((result): Result => ({ ...(result as Result), source: result.source ?? readFileSync(result.filePath, 'utf8'), filePath: path.join('/sample', service, path.relative(cwd, result.filePath)) }));
  }));
  return results.flat();
}
