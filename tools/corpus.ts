import type { ESLint } from 'eslint';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commitOf, sourceFiles } from './corpus/files.js';
import { checkFixes } from './corpus/fix-check.js';
import { driftOf, readJudgements, recorded, writeJudgements } from './corpus/judgements.js';
import { CorpusLinter, type Rules } from './corpus/linter.js';
import { driftReport, fixesHold, fixReport, reportOf, type Finding, type Totals } from './corpus/report.js';
import { readArguments } from './shared/arguments.js';
import { builtPlugin, root } from './shared/build.js';
import { codeFrame } from './shared/frame.js';

const usage = `Usage: npm run corpus -- [options] DIR...
Lints checked-out repositories with the built plugin and reports on each rule.

  --preset NAME      the rules to run, with the preset's options (default: every rule for code, with its default options)
  --rule NAME        only this rule of the preset (may be repeated)
  --no-cross-file    judges each file by itself
  --json FILE        writes every finding
  --sample N         findings shown per rule (default 5)
  --record           notes in the judgements which of them the run reported; \`npm run gen\` then writes docs/precision.md
  --fix-check        fixes a copy and checks that it parses and that a second --fix changes nothing
  --typecheck CMD    with --fix-check: a command whose number of TypeScript errors must not change
  --test CMD         with --fix-check: a command whose passed and failed tests must not change
  --suggestions      promotes suggestions to fixes
  --keep             with --fix-check: leaves the fixed copies in place`;

const { values: options, positionals: directories } = readArguments(usage, {
  preset: { type: 'string' },
  rule: { type: 'string', multiple: true },
  'no-cross-file': { type: 'boolean', default: false },
  json: { type: 'string' },
  sample: { type: 'string', default: '5' },
  record: { type: 'boolean', default: false },
  'fix-check': { type: 'boolean', default: false },
  typecheck: { type: 'string' },
  test: { type: 'string' },
  suggestions: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
});

const plugin = builtPlugin();
const rules = rulesFor(options.preset, options.rule);
const settings = { applySuggestions: options.suggestions, crossFile: !options['no-cross-file'] };
const linterFor = (directory: string) => new CorpusLinter(directory, plugin, rules, settings);

/** The entries of a preset, or of the named rules in it. Without a preset each rule runs as `recommended` would have it: `all` turns on what `strict` does. */
function rulesFor(preset: string | undefined, names: readonly string[] | undefined): Rules {
  const config = preset === undefined ? { rules: Object.fromEntries(Object.keys(presetOf('all').rules).map((rule) => [rule, 'error' as const])) } : presetOf(preset);
  const unknown = names?.filter((name) => !(`archprinciples/${name}` in config.rules)) ?? [];
  if (unknown.length > 0) fail(`No such rule${preset === undefined ? '' : ` in the preset ${preset}`}: ${unknown.join(', ')}.`);
  return names ? Object.fromEntries(names.map((name) => [`archprinciples/${name}`, config.rules[`archprinciples/${name}`]!])) : config.rules;
}

function presetOf(preset: string): { files?: string[]; rules: Rules } {
  return (plugin.configs[`flat/${preset}`] as { files?: string[]; rules: Rules } | undefined) ?? fail(`No such preset: ${preset}.`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function lintRepository(directory: string, files: readonly string[], findings: Finding[], totals: Totals): void {
  const repo = path.basename(directory);
  const commit = commitOf(directory);
  const linter = linterFor(directory);
  for (const file of files) {
    const text = readFileSync(path.join(directory, file), 'utf8');
    const result = linter.run(file, text);
    totals.files++;
    totals.lines += text.split('\n').length;
    totals.parseTime += result.parseTime;
    totals.extraParses += result.extraParses;
    for (const [rule, time] of Object.entries(result.ruleTimes)) totals.ruleTimes[nameOf(rule)] = (totals.ruleTimes[nameOf(rule)] ?? 0) + time;
    for (const { rule, error } of result.crashes) totals.crashes.push({ rule: nameOf(rule), file: `${repo}/${file}`, error });
    for (const message of result.messages) {
      if (message.fatal || !message.ruleId) totals.unparsed.push(`${repo}/${file}`);
      else findings.push(findingOf({ repo, commit, file }, text, message));
    }
  }
}

function nameOf(ruleId: string): string {
  return ruleId.replace('archprinciples/', '');
}

function findingOf(place: Pick<Finding, 'commit' | 'file' | 'repo'>, text: string, message: ESLint.LintResult['messages'][number]): Finding {
  return {
    ...place,
    rule: nameOf(message.ruleId!),
    messageId: message.messageId,
    line: message.line,
    message: message.message,
    fixable: message.fix !== undefined,
    suggestions: message.suggestions?.length ?? 0,
    frame: codeFrame(text, message, 3),
  };
}

if (directories.length === 0) fail(usage);
const findings: Finding[] = [];
const totals: Totals = { files: 0, lines: 0, unparsed: [], parseTime: 0, ruleTimes: {}, extraParses: 0, crashes: [] };
const repositories = directories.map((directory) => path.resolve(directory));
for (const directory of repositories) if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) fail(`${directory} is no directory.`);

// A preset that names files is one of YAML.
const kind = presetOf(options.preset ?? 'all').files ? 'yaml' : 'code';
const filesOf = new Map(repositories.map((directory) => [directory, sourceFiles(directory, kind)]));
for (const [directory, files] of filesOf) lintRepository(directory, files, findings, totals);
const judgementsFile = path.join(root, 'tests/corpus/judgements.jsonl');
const judgements = readJudgements(judgementsFile);
const scope = { repositories: repositories.map((directory) => ({ repo: path.basename(directory), commit: commitOf(directory) })), rules: Object.keys(rules).map(nameOf) };
console.log(reportOf(scope.rules, findings, totals, judgements, Number(options.sample)));
console.log(driftReport(driftOf(findings, judgements, scope)));
if (options.record) writeJudgements(judgementsFile, recorded(findings, judgements, scope));
if (options.json) writeFileSync(options.json, `${JSON.stringify(findings, undefined, 2)}\n`);

let sound = totals.crashes.length === 0;
if (options['fix-check']) {
  for (const [directory, files] of filesOf) {
    const check = checkFixes(directory, files, linterFor, { typecheck: options.typecheck, test: options.test }, options.keep);
    console.log(fixReport(path.basename(directory), check));
    sound &&= fixesHold(check);
  }
}
process.exitCode = sound ? 0 : 1;
