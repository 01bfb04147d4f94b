import type { TestCount } from '../corpus/fix-check.js';
import type { FixSafety } from '../corpus/fix-safety.js';
import type { CorpusRepository } from '../corpus/repositories.js';
import { page } from './indexes.js';
import { table } from './rule-page.js';

/**
 * `docs/fix-safety.md`: what all fixes did to real repositories, from the recorded runs.
 *
 * @param checks of `tests/corpus/checks.json`; `afterwards` says why tests fail that passed before.
 */
export function fixSafetyPage(results: readonly FixSafety[], repositories: Readonly<Record<string, CorpusRepository>>, checks: Readonly<Record<string, { afterwards?: string }>>): string {
  const edited = results.filter(({ changed }) => changed > 0);
  const idle = [...new Set(results.map(({ repo }) => repo))].filter((repo) => !edited.some((result) => result.repo === repo));
  const failing = [...new Set(edited.filter(({ tests }) => tests && tests.after.failed > tests.before.failed).map(({ repo }) => repo))];
  return page('Fix safety', [
    'Every fix of the preset `all`, and then every suggestion too (`applySuggestions: true`), was applied to copies of public repositories. Type check and unit tests ran before and after with the repository\'s own commands, without network. A second `--fix` must change nothing.',
    'Suggestions change what a program does at run time, which is why they are none of `--fix` unless you ask for it; here they show that the result still compiles and passes its tests.',
    table(['Repository', 'Edits', 'Files changed', 'Not parsing', 'Changed again', 'Type errors', 'Tests passed', 'Tests failed'], edited.map((result) => row(result, repositories))),
    ...(idle.length > 0 ? [`Nothing to edit: ${idle.join(', ')}. They prove nothing about fixes.`] : []),
    ...failing.map((repo) => `Why tests of ${repo} fail afterwards: ${checks[repo]?.afterwards ?? 'nobody has looked'}.`),
    'Type errors and tests are given as before → after, where the repository has such a check that works without services.',
    '## Do it again',
    '```sh\nnpm run corpus:clone -- ../corpus agent-kit\n(cd ../corpus/agent-kit && pnpm install --frozen-lockfile --ignore-scripts --filter "@inngest/agent-kit...")\nnpm run fix-safety -- ../corpus/agent-kit\n```',
    'The commands that install, check and test each repository stand in [checks.json](../tests/corpus/checks.json). `--record` writes the table\'s source, and `npm run gen` the page.',
    'Beside that, the tests of the rules parse and fix again each edited case, examples of the pages included.',
  ]);
}

function row({ repo, suggestions, changed, broken, unstable, typeErrors, tests }: FixSafety, repositories: Readonly<Record<string, CorpusRepository>>): string[] {
  const name = repositories[repo]?.repository;
  const count = (of: (count: TestCount) => number) => (tests ? `${of(tests.before)} → ${of(tests.after)}` : '');
  return [
    name ? `[${repo}](https://github.com/${name})` : repo,
    suggestions ? 'fixes and suggestions' : 'fixes',
    String(changed),
    String(broken),
    String(unstable),
    typeErrors ? typeErrors.join(' → ') : '',
    count(({ passed }) => passed),
    count(({ failed }) => failed),
  ];
}
