import * as tsParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import plugin from '../../src/index.js';
import yamlParser from '../../src/node/yaml-parser.js';
import type { Block } from './page.js';

const extensions: Readonly<Record<string, string>> = { ts: 'ts', tsx: 'tsx', js: 'js', jsx: 'jsx', mjs: 'mjs', cjs: 'cjs', mts: 'mts', cts: 'cts', yaml: 'yaml' };

export interface BlockResult {
  /** Names of the rules that report, without the plugin's prefix, sorted; `parse error: ...` for what is no rule's. */
  rules: string[];
  /** The text after `--fix` with the edits of one rule; the same text when it has none. */
  fixed: string;
  /** The same with that rule's suggestions promoted. */
  promoted: string;
}

/** Whether a block holds code that rules can read. */
export function isCode(block: Block): boolean {
  return block.language in extensions;
}

/**
 * Lints a block with every rule of the plugin, as a file of a project of its own that also holds the `context` files.
 *
 * @param fixing the rule whose edits are applied.
 */
export async function lintBlock(block: Block, context: readonly Block[], fixing: string): Promise<BlockResult> {
  const cwd = realpathSync(mkdtempSync(path.join(tmpdir(), 'archprinciples-docs-')));
  try {
    for (const { title, code } of context) {
      if (!title) throw new Error('A context block needs a title: it is a file.');
      mkdirSync(path.dirname(path.join(cwd, title)), { recursive: true });
      writeFileSync(path.join(cwd, title), code);
    }
    const filePath = path.join(cwd, block.title ?? `src/example.${extensions[block.language]}`);
    const run = async (settings: object, fix: boolean) => {
      const eslint = new ESLint({
        cwd,
        overrideConfigFile: true,
        overrideConfig: configOf(block, { ...block.settings, ...settings }),
        fix: fix && (({ ruleId }) => ruleId === `archprinciples/${fixing}`),
      });
      return (await eslint.lintText(block.code, { filePath }))[0]!;
    };
    const { messages } = await run({}, false);
    return {
      rules: [...new Set(messages.map(({ ruleId, message }) => ruleId?.replace('archprinciples/', '') ?? `parse error: ${message}`))].sort(),
      fixed: (await run({}, true)).output ?? block.code,
      promoted: (await run({ applySuggestions: [fixing] }, true)).output ?? block.code,
    };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

function configOf(block: Block, settings: object): Linter.Config[] {
  const commonjs = /\brequire\(|\bmodule\.exports\b/u.test(block.code) && !/^import /mu.test(block.code);
  return [
    {
      files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx,yaml}'],
      plugins: { archprinciples: plugin as unknown as ESLint.Plugin },
      rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => [`archprinciples/${name}`, 'error'])),
      settings: { archprinciples: settings },
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    { files: ['**/*.js'], languageOptions: { sourceType: commonjs ? 'commonjs' : 'module' } },
    { files: ['**/*.{ts,cts,mts,tsx}'], languageOptions: { parser: tsParser as Linter.Parser } },
    { files: ['**/*.yaml'], languageOptions: { parser: yamlParser as unknown as Linter.Parser } },
  ];
}
