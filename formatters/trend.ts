import { readFileSync } from 'node:fs';
import { principles, type PrincipleId } from '../src/principles.js';
import type { Context, Result } from './eslint.js';
import { originalFolder } from './paths.js';
import { reportOf, type Finding, type Report } from './report.js';
import { readResults } from './saved.js';
import { pointsOf, scoreOf } from './score.js';
import { groupBy } from './summary.js';

/** Names the file that holds earlier results, since ESLint gives formatters no options. */
export const baselineVariable = 'ARCHPRINCIPLES_BASELINE';

/** What has changed since a saved run. */
export interface Trend {
  /** As the user named it. */
  readonly file: string;
  readonly earlier: { readonly findings: number; readonly lines: number; readonly score: number | undefined };
  /** Findings that the earlier run did not have. */
  readonly added: ReadonlySet<Finding>;
  /** How many of the earlier ones are gone. */
  readonly gone: number;
  readonly principles: ReadonlyMap<PrincipleId, { readonly findings: number; readonly score: number | undefined }>;
}

/** Why there is no trend although one was asked for: a report is better than a failed run. */
export interface NoTrend {
  readonly file: string;
  readonly problem: string;
}

/** The trend since the results that the environment names; `undefined` where it names none. */
export function trendFromEnvironment(report: Report, context: Context): Trend | NoTrend | undefined {
  const file = process.env[baselineVariable];
  if (!file) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { file, problem: 'it cannot be read' };
  }
  try {
    const saved = readResults(text);
    return trendOf(report, saved.results, { cwd: saved.cwd, here: context.cwd, rulesMeta: { ...saved.rulesMeta, ...context.rulesMeta } }, file);
  } catch (error) {
    return { file, problem: (error as Error).message };
  }
}

/**
 * Compares with earlier results. A finding is the same when file, rule and message are: its line moves with every edit above it. What an
 * earlier file without findings held is not in the results, so its lines are those of today.
 */
export function trendOf(report: Report, results: readonly Result[], context: Context & { readonly here?: string }, file: string): Trend {
  const here = context.here ?? process.cwd();
  const known = new Map(report.files.map((linted) => [linted.file, linted]));
  const cwd = context.cwd ?? originalFolder(results.map(({ filePath }) => filePath), here, (shown) => known.has(shown));
  // Without sources on disk: what stands there now is not what was linted then.
  const earlier = reportOf(results.map((result) => ({ ...result, source: result.source ?? result.output ?? '' })), { cwd, rulesMeta: context.rulesMeta });
  const lines = earlier.files.reduce((sum, { file: name, lines: own }) => sum + (own || (known.get(name)?.lines ?? 0)), 0);

  const left = new Map([...groupBy(earlier.findings, identity)].map(([key, findings]) => [key, findings.length]));
  const added = new Set<Finding>();
  for (const finding of report.findings) {
    const same = left.get(identity(finding)) ?? 0;
    if (same === 0) added.add(finding);
    else left.set(identity(finding), same - 1);
  }
  const ids = Object.keys(principles) as PrincipleId[];
  return {
    file,
    earlier: { findings: earlier.findings.length, lines, score: scoreOf(pointsOf(earlier.findings), lines) },
    added,
    gone: [...left.values()].reduce((sum, count) => sum + count, 0),
    principles: new Map(ids.map((id) => {
      const findings = earlier.findings.filter(({ principle }) => principle === id);
      return [id, { findings: findings.length, score: scoreOf(pointsOf(findings), lines) }];
    })),
  };
}

/** Numbers in messages (lines, counts) change with edits elsewhere. */
function identity({ file, rule, message }: Finding): string {
  return JSON.stringify([file, rule.name, message.replace(/\d+/gu, '#')]);
}
