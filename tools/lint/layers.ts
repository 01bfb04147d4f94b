import type { Linter } from 'eslint';

/** Which folder may import what: `rules -> kit -> analysis -> catalog`, and only `src/node` knows the machine. */

interface Ban { regex: string; message: string; allowTypeImports?: boolean; allowImportNames?: string[] }

const machine: Ban = { regex: '^node:', message: 'Only src/node may use Node\'s modules: the plugin runs in a browser too. Ask the host.' };
const machinery: Ban = { regex: '^node:(?!(?:crypto|fs|module|path|url)$)', message: 'The plugin starts no process, no thread and no connection.' };
const reporting: Ban = { regex: '^node:(?!(?:crypto|fs|path|util)$)', message: 'Formatters read files and return text.' };
const writing: Ban = { regex: '^node:fs$', allowImportNames: ['existsSync', 'readdirSync', 'readFileSync', 'realpathSync', 'statSync'], message: 'The plugin only reads files.' };
const weight: Ban = {
  regex: '^(?:typescript|eslint|yaml-eslint-parser|@typescript-eslint/(?:parser|typescript-estree|utils))$',
  allowTypeImports: true,
  message: 'Import types only: loading this at run time costs time and fails where it is not installed.',
};
const rules: Ban = { regex: '/rules/|generated/rules', message: 'Imports go rules -> kit -> analysis -> catalog: nothing below may import a rule.' };
const kit: Ban = { regex: '/kit/', message: 'Imports go rules -> kit -> analysis -> catalog: this layer may not import the kit.' };
const analysis: Ban = { regex: '/analysis/', message: 'Imports go rules -> kit -> analysis, languages -> catalog: a language knows no analysis.' };
const node: Ban = { regex: '/node/', message: 'Only src/index.ts brings in the file system.' };
const entries: Ban = { regex: '/libraries(?:/|\\.js)', message: 'Facts on libraries come through analysis/facts.ts.' };
const catalog: Ban = { regex: 'catalog/catalog', message: 'Only facts and handlers read the catalog.' };
const models: Ban = { regex: 'catalog/models', allowTypeImports: true, message: 'Facts on language models come through analysis/agents/models.ts.' };
const outside: Ban = { regex: '^\\.\\./(?!generated/libraries)', message: 'The catalog is data: it imports nothing but the catalog.' };
const outsideEntry: Ban = { ...outside, regex: '^\\.\\./(?:\\.\\./|catalog\\.js$)' };
const otherRule: Ban = { regex: '^\\.{1,2}/(?!\\.\\./)', message: 'A rule imports no other rule. What two rules need is a service or a fixer.' };

const command: Ban = { regex: '^(?:\\.\\./)+cli/', message: 'The command writes files, and is no part of the plugin.' };

const everywhere = [machine, weight, command];
/** Later entries replace earlier ones for the files they match, so each states its whole list. */
const layers: readonly { name: string; files: string[]; ignores?: string[]; bans: readonly Ban[]; maxLines?: number }[] = [
  { name: 'entries', files: ['src/*.ts'], bans: everywhere },
  { name: 'catalog', files: ['src/catalog/*'], bans: [...everywhere, outside] },
  { name: 'catalog entries', files: ['src/catalog/libraries/**'], bans: [...everywhere, outsideEntry] },
  { name: 'languages', files: ['src/languages/**'], bans: [...everywhere, analysis, kit, rules, node, entries, catalog], maxLines: 250 },
  { name: 'analysis', files: ['src/analysis/**'], bans: [...everywhere, kit, rules, node, entries, catalog, models], maxLines: 250 },
  { name: 'models', files: ['src/analysis/agents/models.ts'], bans: [...everywhere, kit, rules, node, entries, catalog], maxLines: 250 },
  { name: 'facts', files: ['src/analysis/{facts,known,trace,handed-over,context}.ts', 'src/analysis/handler*.ts'], bans: [...everywhere, kit, rules, node, entries], maxLines: 250 },
  { name: 'kit', files: ['src/kit/**'], bans: [...everywhere, rules, node, entries, catalog, models], maxLines: 120 },
  { name: 'file context', files: ['src/kit/file-context.ts'], bans: [...everywhere, rules, node, entries], maxLines: 120 },
  { name: 'rules', files: ['src/rules/**'], bans: [...everywhere, otherRule, node, entries, catalog, models], maxLines: 150 },
  { name: 'formatters', files: ['formatters/**'], bans: [weight, reporting, writing], maxLines: 250 },
  { name: 'node', files: ['src/node/**'], bans: [weight, machinery, writing, command, kit, rules, entries, catalog], maxLines: 250 },
];

export const layerConfigs: Linter.Config[] = layers.map(({ name, files, bans, maxLines }) => ({
  name: `project/layers/${name}`,
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: bans }],
    ...(maxLines ? { 'max-lines': ['error', { max: maxLines }] } : {}),
  },
}));
