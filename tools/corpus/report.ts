import type { FixCheck } from './fix-check.js';
import { precisionOf, type Drift, type Judgement } from './judgements.js';

/** A report of a rule on a repository. */
export interface Finding {
  repo: string;
  commit?: string | undefined;
  rule: string;
  messageId: string | undefined;
  file: string;
  line: number;
  message: string;
  fixable: boolean;
  suggestions: number;
  frame: string;
}

/** Sums over everything linted. Times in milliseconds. */
export interface Totals {
  files: number;
  lines: number;
  unparsed: string[];
  parseTime: number;
  /** By rule name. */
  ruleTimes: Record<string, number>;
  extraParses: number;
  crashes: { rule: string; file: string; error: string }[];
}

/** The report on all rules, as text. */
export function reportOf(rules: readonly string[], findings: readonly Finding[], totals: Totals, judgements: readonly Judgement[], sample: number): string {
  const share = (time: number) => `${((100 * time) / Math.max(totals.parseTime, 1e-9)).toFixed(2)} %`;
  const all = Object.values(totals.ruleTimes).reduce((sum, time) => sum + time, 0);
  return [
    `${totals.files} files, ${totals.lines} lines, ${totals.unparsed.length} not parsed, ${totals.extraParses} more files parsed for cross-file reading`,
    `time: parsing ${(totals.parseTime / 1000).toFixed(1)} s, rules ${share(all)} of it`,
    ...rules.map((rule) => {
      const own = findings.filter((finding) => finding.rule === rule);
      const crashes = totals.crashes.filter((crash) => crash.rule === rule);
      return [
        `\n${rule}`,
        `  findings       ${own.length} (${((1000 * own.length) / Math.max(totals.lines, 1)).toFixed(3)} per 1,000 lines)`,
        `  edits          ${own.filter(({ fixable }) => fixable).length} fixable, ${own.filter(({ fixable, suggestions }) => !fixable && suggestions > 0).length} with suggestions only`,
        `  time           ${share(totals.ruleTimes[rule] ?? 0)} of parsing, analysis that it is the first to ask for included`,
        `  crashes        ${crashes.length}`,
        ...crashes.map(({ file, error }) => `    ${file}: ${error.split('\n')[0]}`),
        ...(judgements.length > 0 ? [precisionLine(own, judgements)] : []),
        ...spread(own, sample).map((finding) => `\n  ${finding.repo}/${finding.file}:${finding.line}\n  ${finding.message}\n${finding.frame.replace(/^/gmu, '    ')}`),
      ].join('\n');
    }),
    ...totals.crashes.filter(({ rule }) => !rules.includes(rule)).map(({ rule, file, error }) => `\ncrash of ${rule} in ${file}: ${error.split('\n')[0]}`),
  ].join('\n');
}

function precisionLine(findings: readonly Finding[], judgements: readonly Judgement[]): string {
  const { right, wrong, unjudged } = precisionOf(findings, judgements);
  const precision = right + wrong === 0 ? 'nothing judged' : `${((100 * right) / (right + wrong)).toFixed(1)} % (${right} right, ${wrong} wrong)`;
  return `  precision      ${precision}, ${unjudged} findings without a judgement`;
}

/** Which judged findings a run lost and gained, as text. */
export function driftReport({ lost, gained }: Drift): string {
  const line = (mark: string) => ({ repo, rule, file, line: at, verdict }: Judgement) => `\n  ${mark} ${verdict.padEnd(5)} ${rule} ${repo}/${file}:${at}`;
  return `\njudged findings since the last recorded run: ${lost.length} lost, ${gained.length} gained${[...lost.map(line('-')), ...gained.map(line('+'))].join('')}`;
}

/** What fixing a repository did, as text. */
export function fixReport(repo: string, check: FixCheck): string {
  const list = (files: readonly string[]) => files.map((file) => `\n    ${file}`).join('');
  return [
    `\n${repo}, fixed on a copy: ${check.changed.length} files changed`,
    `  do not parse any more: ${check.broken.length}${list(check.broken)}`,
    `  changed by a second --fix: ${check.unstable.length}${list(check.unstable)}`,
    ...(check.typeErrors ? [`  type errors: ${check.typeErrors.before} before, ${check.typeErrors.after} after${list(check.typeErrors.added)}`] : []),
    ...(check.tests ? [`  tests passed: ${check.tests.before.passed} before, ${check.tests.after.passed} after; failed: ${check.tests.before.failed} before, ${check.tests.after.failed} after`] : []),
  ].join('\n');
}

/** Whether fixing kept every file parsing, the type errors and the tests as they were, and converged. */
export function fixesHold({ broken, unstable, typeErrors, tests }: FixCheck): boolean {
  return broken.length === 0 && unstable.length === 0 && (!typeErrors || typeErrors.before === typeErrors.after)
    && (!tests || (tests.before.passed === tests.after.passed && tests.before.failed === tests.after.failed));
}

/** At most `count` of the items, evenly spread: a sample that is the same on every run. */
export function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]!);
}
