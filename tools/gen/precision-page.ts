import type { Judgement } from '../corpus/judgements.js';
import type { CorpusRepository } from '../corpus/repositories.js';
import { page } from './indexes.js';
import { presetsWith, table, type DocumentedRule } from './rule-page.js';
import type { Preset } from '../../src/configs.js';

/** `docs/precision.md`: how often each rule was right on real code, from the committed judgements alone. */
export function precisionPage(rules: readonly DocumentedRule[], presets: readonly Preset[], judgements: readonly Judgement[], repositories: Readonly<Record<string, CorpusRepository>>): string {
  const names = rules.map(({ rule }) => rule.definition.name);
  const judged = (name: string) => judgements.filter(({ rule }) => rule === name);
  const wrong = judgements.filter((judgement) => names.includes(judgement.rule) && isReported(judgement) && judgement.verdict === 'wrong');
  const named = Object.keys(repositories).filter((name) => judgements.some(({ repo }) => repo === name));
  return page('Precision', [
    'How often a report is right, on public repositories that nobody here wrote. "Right" means that somebody who maintains that code would want to know. What was thought of each finding is committed in [judgements.jsonl](../tests/corpus/judgements.jsonl), without code, which is not ours.',
    'Read the figures with care. Those who judge are mostly those who made the rules. Rules were mended on what they reported, so these figures are kind; [at first look](#at-first-look) they are lower. Findings of one repository are often alike. "Mended" are findings that were judged wrong and are not reported any more. The interval is Wilson\'s, at 95 %.',
    table(['Rule', 'Judged', 'Right', 'Wrong', 'Precision', '95 % interval', 'Mended', 'In `recommended` or `manifests`'], names.map((name) => row(name, judged(name), presetsWith(name, presets)))),
    'A rule enters the presets with 20 or more judged findings of which at most one in twenty is wrong, or with fewer findings and none wrong. One that found nothing enters on its tests alone.',
    ...belowTheLine(names.filter((name) => isInPresets(presetsWith(name, presets)) && sharesWrong(judged(name)) > 0.05)),
    ...firstLooks(names, judgements),
    '## What is reported and wrong',
    wrong.length === 0 ? 'Nothing that was judged.' : table(['Rule', 'Where', 'Why it is wrong'], wrong.map(({ rule, repo, file, line, reason }) => [`[${rule}](rules/${rule}.md)`, `${repo}/${file}:${line}`, reason])),
    '## Do it again',
    '```sh\nnpm run corpus:clone -- ../corpus\nnpm run build && npm run corpus -- ../corpus/*\nnpm run corpus -- --preset manifests-strict ../corpus/*\n```',
    'The first command needs the network and some gigabytes. The others print, among the rest, which judged findings were lost and gained since the last recorded run. With `--record` they note it in the judgements, and `npm run gen` writes this page.',
    '## Repositories',
    table(['Repository', 'Commit', 'Judged'], named.map((name) => {
      const { repository, commit } = repositories[name]!;
      return [`[${repository}](https://github.com/${repository})`, `\`${commit.slice(0, 12)}\``, String(judgements.filter(({ repo }) => repo === name).length)];
    })),
  ]);
}

/** Two sentences of it, for the README. */
export function precisionSentence(judgements: readonly Judgement[], presets: readonly Preset[]): string {
  const reported = judgements.filter(isReported);
  const right = reported.filter(({ verdict }) => verdict === 'right').length;
  const repositories = new Set(reported.map(({ repo }) => repo)).size;
  const last = judgements.filter(({ draw }) => draw === drawsOf(judgements).at(-1));
  const recommended = presets.find(({ name }) => name === 'recommended')?.rules ?? {};
  const ofRecommended = last.filter(({ rule }) => rule in recommended);
  return `Of ${reported.length.toLocaleString('en-US')} findings that were read in ${repositories} public repositories, ${percent(right / reported.length)} are right. Rules were mended on them; of ${last.length} findings drawn from repositories that nobody had looked at, ${rightOf(last)} were right, of those of rules in \`recommended\` ${rightOf(ofRecommended)}.`;
}

/** The right ones of all that were drawn, by rule and draw. */
function firstLooks(names: readonly string[], judgements: readonly Judgement[]): string[] {
  const draws = drawsOf(judgements);
  if (draws.length === 0) return [];
  const drawn = names.map((name) => ({ name, own: judgements.filter(({ rule, draw }) => rule === name && draw !== undefined) })).filter(({ own }) => own.length > 0);
  return [
    '## At first look',
    'How right the rules are on code that nobody has looked at: findings were taken by chance, a few per rule and repository, from repositories that the rules had not been tried on, and judged before anything was mended. After each draw the rules were mended, so the last one says most. Given are the right ones of all that were drawn.',
    table(['Rule', ...draws.map((draw) => `Draw ${draw}`)], [
      ...drawn.map(({ name, own }) => [`[${name}](rules/${name}.md)`, ...draws.map((draw) => firstLook(own, draw))]),
      ['all', ...draws.map((draw) => firstLook(judgements, draw))],
    ]),
  ];
}

function rightOf(judgements: readonly Judgement[]): string {
  return percent(judgements.filter(({ verdict }) => verdict === 'right').length / judgements.length);
}

function drawsOf(judgements: readonly Judgement[]): readonly number[] {
  return [...new Set(judgements.flatMap(({ draw }) => draw ?? []))].sort((a, b) => a - b);
}

function firstLook(judgements: readonly Judgement[], draw: number): string {
  const drawn = judgements.filter((judgement) => judgement.draw === draw);
  return drawn.length === 0 ? '' : `${drawn.filter(({ verdict }) => verdict === 'right').length} of ${drawn.length}`;
}

function isReported({ found }: Judgement): boolean {
  return found !== false;
}

function isInPresets(presets: string): boolean {
  return presets.includes('`recommended`') || presets.includes('`manifests`');
}

/** The share of what is reported that is wrong, from 0 to 1. */
function sharesWrong(judgements: readonly Judgement[]): number {
  const reported = judgements.filter(isReported);
  return reported.length === 0 ? 0 : reported.filter(({ verdict }) => verdict === 'wrong').length / reported.length;
}

function belowTheLine(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`In presets, and below that line since later findings were judged: ${names.map((name) => `[${name}](rules/${name}.md)`).join(', ')}. They are to be mended or to leave.`];
}

function row(name: string, judgements: readonly Judgement[], presets: string): string[] {
  const reported = judgements.filter(isReported);
  const right = reported.filter(({ verdict }) => verdict === 'right').length;
  const mended = judgements.filter((judgement) => !isReported(judgement) && judgement.verdict === 'wrong').length;
  const link = `[${name}](rules/${name}.md)`;
  const where = isInPresets(presets) ? 'yes' : 'no';
  if (reported.length === 0) return [link, '0', '', '', 'tests only', '', String(mended), where];
  const [low, high] = wilson(right, reported.length);
  return [link, reported.length, right, reported.length - right, percent(right / reported.length), `${percent(low)} to ${percent(high)}`, mended, where].map(String);
}

/**
 * The interval that holds the true share with 95 % confidence (Wilson score; E. B. Wilson, JASA 22, 1927). It stays between 0
 * and 1 and is honest about few findings, where the usual one is not.
 *
 * @param hits how many of `count` (at least 1) were right.
 */
export function wilson(hits: number, count: number): [low: number, high: number] {
  const z = 1.96;
  const share = hits / count;
  const middle = share + (z * z) / (2 * count);
  const spread = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  const scale = 1 + (z * z) / count;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
