import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { presetsOf } from '../src/configs.js';
import type { Rule } from '../src/kit/create-rule.js';
import { architectureSchema, schemaFile } from './gen/architecture-schema.js';
import { principlesPage, readmeTable, ruleIndex } from './gen/indexes.js';
import { readFixSafety } from './corpus/fix-safety.js';
import { readJudgements } from './corpus/judgements.js';
import { readRepositories } from './corpus/repositories.js';
import { librariesModule } from './gen/libraries.js';
import { replacePart } from './gen/markers.js';
import { fixSafetyPage } from './gen/fix-safety-page.js';
import { precisionPage } from './gen/precision-page.js';
import { updatePage, type DocumentedRule } from './gen/rule-page.js';
import { findRules, rulesModule } from './gen/rules.js';

/**
 * `npm run gen` writes everything that follows from the rules and the catalog; `npm run gen -- --check` writes nothing,
 * names the files that are out of date and then exits with 1.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const stale: string[] = [];
const problems: string[] = [];

function output(file: string, text: string): void {
  const target = path.join(root, file);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  stale.push(file);
  if (check) return;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

const files = findRules(root);
output('src/generated/rules.ts', rulesModule(files));
output('src/generated/libraries.ts', librariesModule(root));

// The rule files themselves are loaded, not the generated list of them, which may be the stale one.
const rules: DocumentedRule[] = [];
for (const { name, folder } of files) {
  const module = (await import(pathToFileURL(path.join(root, 'src/rules', folder, `${name}.ts`)).href)) as { default: Rule };
  rules.push({ rule: module.default, folder });
}
const presets = presetsOf(Object.fromEntries(rules.map(({ rule }) => [rule.definition.name, rule])));

for (const documented of rules) {
  const file = `docs/rules/${documented.rule.definition.name}.md`;
  if (existsSync(path.join(root, file))) output(file, updatePage(readFileSync(path.join(root, file), 'utf8'), documented, presets));
  else problems.push(`${file} is missing: CONTRIBUTING.md says what belongs on a rule's page.`);
}
const pages = new Set(['README.md', ...files.map(({ name }) => `${name}.md`)]);
for (const page of existsSync(path.join(root, 'docs/rules')) ? readdirSync(path.join(root, 'docs/rules')) : []) {
  if (!pages.has(page)) problems.push(`docs/rules/${page} documents no rule.`);
}
output(schemaFile, architectureSchema(manifest.homepage));
output('docs/rules/README.md', ruleIndex(rules, presets));
output('docs/principles.md', principlesPage(rules));
const repositories = readRepositories(path.join(root, 'tests/corpus/repositories.json'));
output('docs/precision.md', precisionPage(rules, presets, readJudgements(path.join(root, 'tests/corpus/judgements.jsonl')), repositories));
output('docs/fix-safety.md', fixSafetyPage(readFixSafety(path.join(root, 'tests/corpus/fix-safety.json')), repositories));
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const withTable = replacePart(readme, 'rules', readmeTable(rules));
if (withTable === undefined) problems.push('README.md has lost the markers of its rules table.');
else output('README.md', withTable);

for (const file of stale) console.log(check ? `${file} is out of date: run \`npm run gen\`.` : `wrote ${file}`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 || (check && stale.length > 0) ? 1 : 0;
