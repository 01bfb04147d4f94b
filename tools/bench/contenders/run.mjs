// One contender over files, in a process of its own: `node run.mjs JOB`, JOB being a file with a `Job` of ../job.ts. Prints its `JobResult` as JSON.
import { ESLint } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { contender, plugin, files } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const ours = (preset, crossFile) => () => [createRequire(import.meta.url)(plugin).configs[`flat/${preset}`], { settings: { archprinciples: { crossFile } } }];
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
const folder = (name) => ({ type: name, pattern: `**/${name}` });
/** What each contender adds to the parser: its own shared config, as its README says to use it. */
const contenders = {
  parser: () => [],
  'recommended-off': ours('recommended', false),
  recommended: ours('recommended', true),
  'all-off': ours('all', false),
  all: ours('all', true),
  sonarjs: async () => [(await import('eslint-plugin-sonarjs')).default.configs.recommended],
  unicorn: async () => [(await import('eslint-plugin-unicorn')).default.configs.recommended],
  n: async () => [(await import('eslint-plugin-n')).default.configs['flat/recommended']],
  security: async () => [(await import('eslint-plugin-security')).default.configs.recommended],
  // Its recommended config knows no folder and has no policy, so that it would do nothing.
  boundaries: async () => {
    const { default: boundaries } = await import('eslint-plugin-boundaries');
    return [{
      plugins: { boundaries },
      rules: {
        ...boundaries.configs.recommended.rules,
        'boundaries/dependencies': ['error', { default: 'allow', policies: [{ from: { element: { type: 'models' } }, disallow: { to: { element: { type: 'controllers' } } } }] }],
      },
      settings: {
        'boundaries/elements': ['controllers', 'services', 'routes', 'models'].map(folder),
        'import/resolver': { node: { extensions } },
      },
    }];
  },
};

const make = contenders[contender];
if (!make) throw new Error(`No contender ${contender}; there are: ${Object.keys(contenders).join(', ')}`);
const glob = (endings) => [`**/*.{${endings.map((ending) => ending.slice(1)).join(',')}}`];
const configs = [
  { files: glob(extensions), languageOptions: { parser } },
  { files: glob(extensions.filter((ending) => !/^\.[mc]?ts$/u.test(ending))), languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  ...(await make()).map((config) => ({ files: glob(extensions), ...config })),
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
];
/** A repository is linted from its own folder. */
const linters = new Map();
function linterOf(directory) {
  if (!linters.has(directory)) linters.set(directory, new ESLint({ cwd: directory, overrideConfigFile: true, overrideConfig: configs, allowInlineConfig: false, stats: true }));
  return linters.get(directory);
}

const groups = {};
for (const { directory, file, group } of files) {
  const text = readFileSync(path.join(directory, file), 'utf8');
  const before = process.cpuUsage();
  const [result] = await linterOf(directory).lintText(text, { filePath: path.join(directory, file) });
  const { user, system } = process.cpuUsage(before);
  const sum = (groups[group] ??= { linted: 0, unread: 0, parse: 0, rules: 0, processor: 0, findings: 0 });
  if (!result || result.fatalErrorCount > 0) {
    sum.unread += 1;
    continue;
  }
  sum.linted += 1;
  sum.processor += (user + system) / 1000;
  sum.findings += result.messages.length;
  for (const pass of result.stats.times.passes) {
    sum.parse += pass.parse.total;
    for (const { total } of Object.values(pass.rules ?? {})) sum.rules += total;
  }
}
console.log(JSON.stringify({ groups, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
