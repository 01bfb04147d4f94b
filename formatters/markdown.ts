import { principles } from '../src/principles.js';
import type { Context, Result } from './eslint.js';
import { code, prose } from './markdown-text.js';
import { reportOf, type Finding, type Report } from './report.js';
import { byTier, figuresOf, groupBy, type PrincipleFigures } from './summary.js';
import { trendFromEnvironment, type NoTrend, type Trend } from './trend.js';
import { decimal, plural, scoreText, signed, whole } from './words.js';

/** Bytes that a comment may have: GitHub takes 65,536 characters, and what posts it adds a few. */
export const mostBytes = 60_000;

/**
 * ESLint formatter: the findings as Markdown for a comment on a pull request. `ARCHPRINCIPLES_BASELINE` may name saved results to
 * compare with; new findings then come first.
 *
 * @param results what ESLint found
 * @param context the folder it ran in and the metadata of its rules
 * @returns at most `mostBytes` bytes; the last line says how many findings were left out
 */
export default function markdown(results: readonly Result[], context: Context = {}): string {
  const report = reportOf(results, context);
  return render(report, trendFromEnvironment(report, context));
}

export function render(report: Report, trend: Trend | NoTrend | undefined): string {
  const compared = trend && 'earlier' in trend ? trend : undefined;
  const found = byTier(report).flatMap((tier) => tier.principles);
  const head = [...heading(report, trend), ...table(found, compared), ...asides(report, trend)].join('\n');
  let left = mostBytes - bytes(head) - 200;
  const parts: string[] = [];
  let shown = 0;
  for (const chunk of found.flatMap((principle) => chunks(principle, compared))) {
    left -= bytes(chunk.text) + 1;
    if (left < 0) break;
    parts.push(chunk.text);
    shown += chunk.findings;
  }
  const cut = report.findings.length - shown;
  const note = cut > 0 ? `\n_${plural(cut, 'more finding')} did not fit: the scorecard has all of them._\n` : '';
  return `${[head, ...parts].join('\n')}\n${note}`;
}

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

function heading(report: Report, trend: Trend | NoTrend | undefined): string[] {
  const { score, density } = figuresOf(report.findings, report.lines);
  const errors = report.findings.filter(({ error }) => error).length;
  const facts = [
    `Score **${scoreText(score)}** of 100`,
    ...(trend && 'earlier' in trend && score !== undefined && trend.earlier.score !== undefined ? [`${signed(score - trend.earlier.score)} since the baseline (${whole(trend.added.size)} new, ${whole(trend.gone)} gone)`] : []),
    `${plural(errors, 'error')}, ${plural(report.findings.length - errors, 'warning')}`,
    `${decimal(density)} per 1,000 lines`,
    ...(report.suppressed.length > 0 ? [`${whole(report.suppressed.length)} suppressed`] : []),
  ];
  return [`## Architecture: ${report.findings.length === 0 ? 'no findings' : plural(report.findings.length, 'finding')}`, '', facts.join(' · '), ''];
}

function table(found: readonly PrincipleFigures[], trend: Trend | undefined): string[] {
  if (found.length === 0) return [];
  return [
    `| Principle | Tier | Score | Findings | Per 1,000 lines |${trend ? ' Change | New |' : ''}`,
    `| --- | --- | ---: | ---: | ---: |${trend ? ' ---: | ---: |' : ''}`,
    ...found.map(({ id, score, findings, density }) => {
      const before = trend?.principles.get(id)?.score;
      const change = trend ? ` ${before === undefined || score === undefined ? '–' : signed(score - before)} | ${whole(findings.filter((finding) => trend.added.has(finding)).length)} |` : '';
      return `| ${title(id)} | ${principles[id].tier.toUpperCase()} | ${scoreText(score)} | ${whole(findings.length)} | ${decimal(density)} |${change}`;
    }),
    '',
  ];
}

/** What the table does not show. */
function asides(report: Report, trend: Trend | NoTrend | undefined): string[] {
  const others = [...report.others.values()].reduce((sum, count) => sum + count, 0);
  const shown = report.broken.slice(0, 5).map(({ file, line }) => code(`${file}:${line}`)).join(', ');
  return [
    ...(report.broken.length > 0 ? [`**${plural(report.broken.length, 'file')} could not be parsed** and no rule has seen ${report.broken.length === 1 ? 'it' : 'them'}: ${shown}${report.broken.length > 5 ? ' and more' : ''}.`, ''] : []),
    ...(trend && 'problem' in trend ? [`No trend: the baseline ${code(trend.file)} could not be used, since ${prose(trend.problem)}.`, ''] : []),
    ...(others > 0 ? [`_${plural(others, 'finding')} of other rules not shown._`, ''] : []),
  ];
}

interface Chunk { readonly text: string; readonly findings: number }

/** A principle in pieces, each of which may be the last that fits. */
function chunks({ id, findings }: PrincipleFigures, trend: Trend | undefined): Chunk[] {
  const head: Chunk = { text: `### ${title(id)}\n\n${prose(principles[id].why)}\n`, findings: 0 };
  return [head, ...[...groupBy(findings, ({ rule }) => rule.id).values()].flatMap((some) => {
    const { rule } = some[0]!;
    const name: Chunk = { text: `**${rule.url ? `[${prose(rule.name)}](${rule.url.replace(/[()<>\s\\]/gu, escape)})` : code(rule.name)}** ${prose(rule.description)}: ${whole(some.length)}\n`, findings: 0 };
    const sorted = trend ? [...some].sort((a, b) => Number(trend.added.has(b)) - Number(trend.added.has(a))) : some;
    return [name, ...sorted.map((finding, index): Chunk => ({ text: `${line(finding, trend)}${index === sorted.length - 1 ? '\n' : ''}`, findings: 1 }))];
  })];
}

/** `encodeURIComponent` keeps brackets, which would end a link. */
function escape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function line(finding: Finding, trend: Trend | undefined): string {
  return `- ${trend?.added.has(finding) ? '**new** ' : ''}${code(`${finding.file}:${finding.line}`)} ${prose(finding.message)}${finding.edit === 'fix' ? ' _(`--fix` mends it)_' : ''}`;
}

function title(id: PrincipleFigures['id']): string {
  return `${/^P\d/u.test(id) ? `${id} ` : ''}${prose(principles[id].title)}`;
}
