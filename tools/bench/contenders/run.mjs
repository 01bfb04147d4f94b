// One contender over a list of files, in a process of its own: `node run.mjs NAME PLUGIN LIST`. Prints one line of JSON.
import { ESLint } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [name, pluginPath, list] = process.argv.slice(2);
const files = readFileSync(list, 'utf8').split('\n').filter(Boolean);
const ours = () => createRequire(import.meta.url)(pluginPath);

const settings = (crossFile) => ({ settings: { archprinciples: { crossFile } } });
/** What each contender adds to the parser: its own shared config, as its README says to use it. */
const contenders = {
  'parser only': async () => [],
  'archprinciples recommended, crossFile off': async () => [ours().configs['flat/recommended'], settings(false)],
  'archprinciples all, crossFile off': async () => [ours().configs['flat/all'], settings(false)],
  'archprinciples all': async () => [ours().configs['flat/all']],
  'sonarjs recommended': async () => [(await import('eslint-plugin-sonarjs')).default.configs.recommended],
  'unicorn recommended': async () => [(await import('eslint-plugin-unicorn')).default.configs.recommended],
  'n recommended': async () => [(await import('eslint-plugin-n')).default.configs['flat/recommended']],
  'security recommended': async () => [(await import('eslint-plugin-security')).default.configs.recommended],
  'boundaries recommended': async () => {
    const { default: boundaries } = await import('eslint-plugin-boundaries');
    return [{
      ...boundaries.configs.recommended,
      plugins: { boundaries },
      settings: { 'boundaries/elements': [{ type: 'controllers', pattern: '**/controllers/**' }, { type: 'services', pattern: '**/services/**' }, { type: 'models', pattern: '**/models/**' }] },
    }];
  },
};

const make = contenders[name];
if (!make) throw new Error(`No contender ${name}; there are: ${Object.keys(contenders).join(', ')}`);
const own = (await make()).map((config) => ({ files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'], ...config }));
const eslint = new ESLint({
  cwd: '/',
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'], languageOptions: { parser } },
    { files: ['**/*.{tsx,js,jsx,mjs,cjs}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    ...own,
    { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  ],
  allowInlineConfig: false,
  stats: true,
});

let parse = 0;
let rules = 0;
const byRule = {};
let linted = 0;
let unread = 0;
for (const file of files) {
  const [result] = await eslint.lintText(readFileSync(file, 'utf8'), { filePath: file });
  if (!result || result.fatalErrorCount > 0) {
    unread += 1;
    continue;
  }
  linted += 1;
  for (const pass of result.stats.times.passes) {
    parse += pass.parse.total;
    for (const [rule, { total }] of Object.entries(pass.rules ?? {})) {
      rules += total;
      byRule[rule] = (byRule[rule] ?? 0) + total;
    }
  }
}
console.log(JSON.stringify({ name, parse, rules, byRule, linted, unread, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
