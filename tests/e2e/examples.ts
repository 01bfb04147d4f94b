import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPage, type Block } from '../docs/page.js';

const endings = new Set(['ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs', 'mts', 'cts', 'yaml']);

/** An example of a rule's page as a folder of its own. */
export interface Example {
  /** `no-per-call-client-14`: the rule and the line of its page. */
  readonly folder: string;
  readonly rule: string;
  /** The linted file, below the folder. */
  readonly file: string;
  /** All files by their path below the folder, those it imports included. */
  readonly files: Readonly<Record<string, string>>;
  /** What stands under `settings.archprinciples` for it. */
  readonly settings?: object;
}

/** What a file of an example says of its package when the page shows no package.json: it lists what its code imports, as a real one does. */
function manifestOf(code: readonly string[]): string {
  const imported = code.flatMap((text) => [...text.matchAll(/(?:from|require\(|import)\s*['"]((?:@[\w-]+\/)?[a-z][\w.-]*)[^'"]*['"]/gu)].map(([, name]) => name!));
  return `${JSON.stringify({ name: 'example', private: true, dependencies: Object.fromEntries(imported.map((name) => [name, 'latest'])) })}\n`;
}

/**
 * The examples of the rules' pages, bad ones and good ones, without the results of fixes.
 *
 * Left out are those that set options in a comment, which only ESLint reads.
 */
export function examples(): readonly Example[] {
  return readdirSync('docs/rules').filter((page) => page !== 'README.md').sort().flatMap((page) => {
    const rule = page.replace(/\.md$/u, '');
    const { blocks } = readPage(readFileSync(path.join('docs/rules', page), 'utf8'));
    return blocks.filter(isExample).map((block) => exampleOf(rule, block, blocks.filter((other) => other.context && other.section === block.section)));
  });
}

function isExample({ section, intro, context, language, code }: Block): boolean {
  return (section === 'Bad' || section === 'Good') && !context && endings.has(language) && !/^(?:Fixed|Suggested):/u.test(intro) && !code.startsWith('/* eslint ');
}

function exampleOf(rule: string, { line, language, title, code, settings }: Block, context: readonly Block[]): Example {
  const file = title ?? `src/example.${language}`;
  const folder = `${rule}-${line}`;
  return {
    folder,
    rule,
    file,
    files: { 'package.json': manifestOf([...context.map((block) => block.code), code]), ...Object.fromEntries(context.map((block) => [block.title!, `${block.code}\n`])), [file]: `${code}\n` },
    ...(settings && { settings: inFolder(folder, settings) }),
  };
}

/** Paths in settings start at the directory ESLint runs in, which is the one above. */
function inFolder(folder: string, settings: { spec?: string }): object {
  return settings.spec === undefined ? settings : { ...settings, spec: `${folder}/${settings.spec}` };
}

/** The rules of JavaScript and TypeScript. */
export function codeRules(): string[] {
  const { rules } = JSON.parse(readFileSync('oxlint/all.json', 'utf8')) as { rules: object };
  return Object.keys(rules).map((name) => name.replace('archprinciples/', ''));
}

/** The files of a project that has each example as a folder. */
export function filesOf(list: readonly Example[]): Record<string, string> {
  return Object.fromEntries(list.flatMap(({ folder, files }) => Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text])));
}

/** What ESLint is told: every rule on, the settings of each example in its folder. `more` is added to all settings. */
export function eslintConfigOf(list: readonly Example[], more: object = {}): string {
  const own = list.flatMap(({ folder, settings }) => (settings ? [{ files: [`${folder}/**`], settings: { archprinciples: { ...settings, ...more } } }] : []));
  return `import plugin from 'eslint-plugin-archprinciples';
import * as parser from '@typescript-eslint/parser';
const yaml = plugin.configs['flat/manifests'].languageOptions;
export default [
  {
    files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx,yaml}'],
    plugins: { archprinciples: plugin },
    rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => ['archprinciples/' + name, 'error'])),
    settings: { archprinciples: ${JSON.stringify(more)} },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  },
  { files: ['**/*.{ts,cts,mts,tsx}'], languageOptions: { parser } },
  { files: ['**/*.yaml'], languageOptions: yaml },
  ...${JSON.stringify(own, null, 2)},
];
`;
}
