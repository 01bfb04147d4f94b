import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { presetsOf } from '../src/configs.js';
import { principles, type PrincipleId } from '../src/principles.js';
import type { Rule } from '../src/kit/create-rule.js';
import { architectureSchema, schemaFile } from './gen/architecture-schema.js';
import { cliPackagesModule } from './gen/cli-packages.js';
import { principlesPage, readmeTable, ruleIndex } from './gen/indexes.js';
import { readPerformance } from './bench/performance.js';
import { readFixSafety } from './corpus/fix-safety.js';
import { readJudgements } from './corpus/judgements.js';
import { readRepositories } from './corpus/repositories.js';
import { docsIndex } from './gen/docs-index.js';
import { librariesModule } from './gen/libraries.js';
import { replacePart } from './gen/markers.js';
import { fixSafetyPage } from './gen/fix-safety-page.js';
import { oxlintConfigs } from './gen/oxlint-configs.js';
import { performancePage } from './gen/performance-page.js';
import { precisionPage, precisionSentence } from './gen/precision-page.js';
import { principleFile, principlePage } from './gen/principle-pages.js';
import { ruleOptionsModule } from './gen/rule-options.js';
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
output('src/generated/rule-options.ts', ruleOptionsModule(rules, 'archprinciples'));
output('cli/generated/packages.ts', cliPackagesModule());
for (const [file, text] of Object.entries(oxlintConfigs(presets, manifest.name))) output(file, text);
output('docs/rules/README.md', ruleIndex(rules, presets));
output('docs/principles.md', principlesPage(rules));
const ruleText = (name: string) => (existsSync(path.join(root, `docs/rules/${name}.md`)) ? readFileSync(path.join(root, `docs/rules/${name}.md`), 'utf8') : '');
const principlePages = new Map((Object.keys(principles) as PrincipleId[]).map((id) => [`docs/${principleFile(id)}`, principlePage(id, rules, presets, ruleText)]));
for (const [file, text] of principlePages) output(file, text);
for (const page of existsSync(path.join(root, 'docs/principles')) ? readdirSync(path.join(root, 'docs/principles')) : []) {
  if (!principlePages.has(`docs/principles/${page}`)) problems.push(`docs/principles/${page} is the page of no principle.`);
}
const repositories = readRepositories(path.join(root, 'tests/corpus/repositories.json'));
const judgements = readJudgements(path.join(root, 'tests/corpus/judgements.jsonl'));
output('docs/precision.md', precisionPage(rules, presets, judgements, repositories));
output('docs/performance.md', performancePage(readPerformance(path.join(root, 'tests/corpus/performance.json')), repositories));
output('docs/fix-safety.md', fixSafetyPage(readFixSafety(path.join(root, 'tests/corpus/fix-safety.json')), repositories, JSON.parse(readFileSync(path.join(root, 'tests/corpus/checks.json'), 'utf8')) as Record<string, { afterwards?: string }>));
let start: string | undefined = readFileSync(path.join(root, 'docs/index.md'), 'utf8');
for (const [part, list] of Object.entries(docsIndex(path.join(root, 'docs')))) start = start && replacePart(start, part, list);
if (start === undefined) problems.push('docs/index.md has lost the markers of its lists.');
else output('docs/index.md', start);
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const withTable = replacePart(readme, 'rules', readmeTable(rules));
const withPrecision = withTable && replacePart(withTable, 'precision', precisionSentence(judgements, presets));
if (withPrecision === undefined) problems.push('README.md has lost the markers of its rules table or of its sentence on precision.');
else output('README.md', withPrecision);

for (const file of stale) console.log(check ? `${file} is out of date: run \`npm run gen\`.` : `wrote ${file}`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 || (check && stale.length > 0) ? 1 : 0;
