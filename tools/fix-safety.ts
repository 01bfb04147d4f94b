import type { Linter } from 'eslint';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commitOf, sourceFiles } from './corpus/files.js';
import { checkFixes } from './corpus/fix-check.js';
import { readFixSafety, type FixSafety } from './corpus/fix-safety.js';
import { CorpusLinter } from './corpus/linter.js';
import { fixesHold, fixReport } from './corpus/report.js';
import { readArguments } from './shared/arguments.js';
import { builtPlugin, root } from './shared/build.js';

const usage = `Usage: npm run fix-safety -- [--record] DIR...
Applies all fixes, then all promoted suggestions, to a copy of each repository, and compares its type errors and tests before
and after. A repository of tests/corpus/checks.json is checked with the commands that stand there; install it first.

  --record   writes the result to tests/corpus/fix-safety.json, from which \`npm run gen\` makes docs/fix-safety.md`;

/** How a repository checks itself, and where it has to be installed by other means than `npm ci`, how. */
interface RepositoryChecks { install: string; typecheck?: string; test?: string; note?: string; afterwards?: string }

const { values: options, positionals: directories } = readArguments(usage, { record: { type: 'boolean', default: false } });
if (directories.length === 0) {
  console.error(usage);
  process.exit(2);
}

const checks = JSON.parse(readFileSync(path.join(root, 'tests/corpus/checks.json'), 'utf8')) as Readonly<Record<string, RepositoryChecks>>;
const recordFile = path.join(root, 'tests/corpus/fix-safety.json');
const plugin = builtPlugin();
const { rules } = plugin.configs['flat/all'] as { rules: Linter.RulesRecord };
const results = new Map<string, FixSafety>((existsSync(recordFile) ? readFixSafety(recordFile) : []).map((result) => [`${result.repo} ${result.suggestions}`, result]));

for (const directory of directories.map((given) => path.resolve(given))) {
  const repo = path.basename(directory);
  for (const suggestions of [false, true]) {
    const linterFor = (folder: string) => new CorpusLinter(folder, plugin, rules, { applySuggestions: suggestions });
    const check = checkFixes(directory, sourceFiles(directory), linterFor, checks[repo]);
    console.log(`${fixReport(repo, check)}${suggestions ? '\n  with suggestions promoted' : ''}`);
    if (!fixesHold(check)) process.exitCode = 1;
    results.set(`${repo} ${suggestions}`, {
      repo,
      commit: commitOf(directory),
      suggestions,
      changed: check.changed.length,
      broken: check.broken.length,
      unstable: check.unstable.length,
      ...(check.typeErrors ? { typeErrors: [check.typeErrors.before, check.typeErrors.after] } : {}),
      ...(check.tests ? { tests: check.tests } : {}),
    });
  }
}
if (options.record) {
  const ordered = [...results].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => `  ${JSON.stringify(result)}`);
  writeFileSync(recordFile, `[\n${ordered.join(',\n')}\n]\n`);
}
