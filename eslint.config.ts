import { defineConfig } from 'eslint/config';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import archprinciples from './src/index.js';
import { layerConfigs } from './tools/lint/layers.js';
import { noPackageNames } from './tools/lint/no-package-names.js';

export default defineConfig([
  { ignores: ['dist', 'tools/bench/contenders', 'coverage', 'examples', 'tests/fixtures', 'docs/public', 'docs/.vitepress/cache', 'docs/.vitepress/dist'] },
  tseslint.configs.recommended,
  {
    plugins: { archprinciples },
    extends: ['archprinciples/recommended'],
  },
  {
    name: 'project/types',
    files: ['src/**/*.ts'],
    ignores: ['src/catalog/libraries/**'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    // Node types are compared with their names as strings, so that the enum is not loaded at run time.
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
  {
    name: 'project/style',
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  layerConfigs,
  {
    // What runs on users' machines reads files and nothing else, and ends.
    name: 'project/trust',
    files: ['src/**', 'formatters/**'],
    plugins: { regexp },
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    name: 'project/catalog',
    files: ['src/rules/**', 'src/analysis/**'],
    plugins: { project: { rules: { 'no-package-names': noPackageNames } } },
    rules: { 'project/no-package-names': 'error' },
  },
]);
