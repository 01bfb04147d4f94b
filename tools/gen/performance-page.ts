import { contenders } from '../bench/contenders.js';
import { goalsOf, isMet, number, type Goal } from '../bench/goals.js';
import type { MeasuredRepository, Performance } from '../bench/performance.js';
import type { OwnShare } from '../bench/shares.js';
import type { CorpusRepository } from '../corpus/repositories.js';
import { page } from './indexes.js';
import { table } from './rule-page.js';

/** Our own presets among the contenders. */
const ours = ['recommended-off', 'recommended', 'all-off', 'all'];

/** `docs/performance.md`: what linting costs, from the recorded measurement. */
export function performancePage(measured: Performance, repositories: Readonly<Record<string, CorpusRepository>>): string {
  const { contenders: figures, concurrency, scale, versions } = measured;
  const others = figures.filter(({ name }) => name !== 'parser' && !ours.includes(name));
  const time = (name: string) => figures.find((figure) => figure.name === name)!.rulesPerFile;
  const goals = goalsOf(measured);
  const versionOf = (name: string) => `${name} ${versions[name]!}`;
  const plugins = Object.keys(versions).filter((name) => name.includes('eslint-plugin-')).map(versionOf);
  const first = scale[0]!;
  return page('Performance', [
    `What linting costs beside parsing, on ${number(measured.linted)} files of ${measured.repositories.length} public back ends, and beside other plugins on the same files. Times are ESLint's own (\`--stats\`): all that it measures in rules, in parts of what parsing took in the same process. Parsing is \`@typescript-eslint/parser\` without type information, scope analysis included.`,
    '## Goals',
    table(['Goal', 'At most', 'At least', 'Measured', 'Met'], goals.map(goalRow)),
    goalSentence(goals),
    '## Beside other plugins',
    table(['', 'Rules, in % of parsing', 'Least to most', 'Rules per file', 'Whole run', 'Peak memory', 'Findings'], figures.map(({ name, rules: [least, middle, most], rulesPerFile, whole, peakMegabytes, findings }) => [
      contenders[name]!, percent(middle), `${percent(least)} to ${percent(most)}`, `${rulesPerFile.toFixed(2)} ms`, whole.toFixed(2), `${peakMegabytes.toFixed(0)} MB`, number(findings),
    ])),
    `Medians of ${measured.rounds === 1 ? 'one round' : `${measured.rounds} rounds`}. In each round the contenders take turns, each in a new process, so that all begin cold. "Whole run" is the processor time of the lint in parts of that of the parser alone, with what ESLint spends to call the rules. Peak memory is that of the process, ESLint and TypeScript included. Unless it says otherwise, our presets read other files of the project, as they do unless you set \`crossFile: false\`; each of those is parsed, which is charged to the rules. ${capSentence(measured)}${measured.unread > 0 ? ` ${measured.unread} files do not parse and count nowhere.` : ''}`,
    'How many times our rule time the others take:',
    table(['', ...ours.map((name) => contenders[name]!)], others.map(({ name, rulesPerFile }) => [contenders[name]!, ...ours.map((own) => times(rulesPerFile / time(own)))])),
    'Plugins do different things, and nobody here says that their rules are worth less: the figures say what adding one costs. Each runs its own recommended config, without type information; eslint-plugin-boundaries has four kinds of folders, one policy and a resolver, without which it does nothing.',
    '## Many files',
    table(['Files', 'Per file', 'Parsing', 'Rules', 'Per file, against the first', 'Rules, against the first', 'Peak memory', 'Processes'], scale.map(({ files, perFile, parsePerFile, rulesPerFile, peakMegabytes, processes }) => [
      number(files), `${perFile.toFixed(2)} ms`, `${parsePerFile.toFixed(2)} ms`, `${rulesPerFile.toFixed(2)} ms`, change(perFile / first.perFile), change(rulesPerFile / first.rulesPerFile), `${peakMegabytes.toFixed(0)} MB`, String(processes),
    ])),
    `Preset \`all\`, other files read, each size in a process of its own. Every size contains the same ${number(measured.common)} files, and the times are those of these files alone: what changes is only how many others were linted beside them. Files stand in runs of neighbours, spread over ${measured.scaleRepositories.length} repositories, and no text occurs twice. "Per file" is the processor time of everything, the engine's own threads included; parsing and rules are ESLint's times.`,
    '## Threads',
    `\`eslint --concurrency 2\` ${concurrency.differences === 0 ? 'prints the same as' : `differs in ${number(concurrency.differences)} ${concurrency.differences === 1 ? 'file' : 'files'} from`} \`--concurrency 1\` on ${number(concurrency.files)} files with ${number(concurrency.findings)} findings, edits included.`,
    '## By rule and analysis',
    `What is dearest in \`all\`, in % of parsing. An analysis that several rules ask for is not charged to the first of them, as ESLint's own figures do, but stands for itself. Measuring each slows the small ones down: compare the lines, do not add them up.`,
    ...[['`crossFile: false`:', measured.sharesOff] as const, ['Other files read:', measured.shares] as const].flatMap(([title, shares]) => [title, sharesTable(shares)]),
    '## Do it again',
    '```sh\nnpm run corpus:clone -- ../corpus\nnpm ci --prefix tools/bench/contenders\nnpm run performance -- ../corpus\n```',
    `The first command needs the network and some gigabytes; the last needs Node 22.13 and a machine that does nothing else. \`--record\` writes [performance.json](../tests/corpus/performance.json), and \`npm run gen\` this page. \`npm run bench -- DIR...\` measures your own code, by rule and, with \`--services\`, by analysis. \`npm test\` compares the time of the rules with that of parsing on this project's own code, with a wide margin.`,
    `Measured with Node ${measured.node}, ${versionOf('eslint')}, ${versionOf('@typescript-eslint/parser')}, ${plugins.join(', ')}.`,
    '## Repositories',
    'The contenders, `--concurrency`, and the times by rule and analysis:',
    repositoryTable(measured.repositories, repositories),
    'Many files:',
    repositoryTable(measured.scaleRepositories, repositories),
  ]);
}

function goalRow(goal: Goal): string[] {
  const limit = figure(goal.limit, goal.unit, 0);
  return [goal.text, goal.atMost ? limit : '', goal.atMost ? '' : limit, figure(goal.measured, goal.unit, 1), isMet(goal) ? 'yes' : '**no**'];
}

function goalSentence(goals: readonly Goal[]): string {
  const missed = goals.filter((goal) => !isMet(goal)).length;
  if (missed === 0) return `All ${goals.length} are met.`;
  return `${missed} of ${goals.length} ${missed === 1 ? 'is' : 'are'} not met.`;
}

function figure(value: number, unit: Goal['unit'], digits: number): string {
  if (unit === '%') return `${value.toFixed(digits)} %`;
  return unit === 'times' ? `${value.toFixed(digits)} times` : String(value);
}

function capSentence({ max }: Performance): string {
  return max === null ? 'All files of each repository are linted.' : `At most ${number(max)} files of each repository are linted, in runs of neighbours.`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 1 : 0)}`;
}

function change(ratio: number): string {
  const by = 100 * (ratio - 1);
  return `${by > 0 ? '+' : ''}${by.toFixed(1)} %`.replace('+0.0', '0.0').replace('-0.0', '0.0');
}

function sharesTable(shares: readonly OwnShare[]): string {
  return table(['Rule or analysis', 'In % of parsing'], shares.map(({ name, share }) => {
    const rule = /^rule: (.+)$/u.exec(name)?.[1];
    return [rule ? `rule [${rule}](rules/${rule}.md)` : name, `${(100 * share).toFixed(2)} %`];
  }));
}

function repositoryTable(measured: readonly MeasuredRepository[], repositories: Readonly<Record<string, CorpusRepository>>): string {
  return table(['Repository', 'Commit', 'Files'], measured.map(({ name, commit, files }) => {
    const repository = repositories[name]?.repository ?? name;
    return [`[${repository}](https://github.com/${repository})`, `\`${commit.slice(0, 12)}\``, number(files)];
  }));
}
