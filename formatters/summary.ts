import { principles, type PrincipleId, type Tier } from '../src/principles.js';
import type { Finding, LintedFile, Report } from './report.js';
import { principlesWithRules } from './rules.js';
import { perThousand, pointsOf, scoreOf, tiers } from './score.js';

export interface Figures {
  readonly findings: readonly Finding[];
  readonly points: number;
  readonly score: number | undefined;
  /** Findings per 1,000 lines. */
  readonly density: number | undefined;
}

export interface PrincipleFigures extends Figures {
  readonly id: PrincipleId;
  readonly suppressed: number;
}

export interface TierFigures extends Figures {
  readonly tier: Tier;
  /** Those with findings, the worst first. */
  readonly principles: readonly PrincipleFigures[];
  /** Those that rules stand for and that have no finding. */
  readonly clean: readonly PrincipleId[];
  /** Of these, the ones no rule of which ran; empty where the results do not tell. */
  readonly off: readonly PrincipleId[];
}

/** Score and density of some findings among all lines that were linted. */
export function figuresOf(findings: readonly Finding[], lines: number): Figures {
  const points = pointsOf(findings);
  return { findings, points, score: scoreOf(points, lines), density: perThousand(findings.length, lines) };
}

/** All tiers with their principles. */
export function byTier(report: Report): TierFigures[] {
  return tiers.map((tier) => {
    const ids = (Object.keys(principles) as PrincipleId[]).filter((id) => principles[id].tier === tier);
    const found = ids.map((id): PrincipleFigures => ({
      id,
      ...figuresOf(report.findings.filter(({ principle }) => principle === id), report.lines),
      suppressed: report.suppressed.filter(({ principle }) => principle === id).length,
    }));
    const clean = found.filter(({ id, findings }) => findings.length === 0 && principlesWithRules.has(id)).map(({ id }) => id);
    const off = clean.filter((id) => report.ran && !report.ran.has(id));
    const worst = found.filter(({ findings }) => findings.length > 0).sort((a, b) => b.points - a.points);
    const figures = figuresOf(report.findings.filter((finding) => finding.tier === tier), report.lines);
    // Nothing was asked of such a tier, which is not the same as nothing found.
    return { tier, ...figures, score: worst.length === 0 && off.length === clean.length ? undefined : figures.score, principles: worst, clean, off };
  });
}

/** Files with findings, those with most points first. */
export function worstFiles(report: Report, most: number): LintedFile[] {
  return report.files
    .filter(({ findings }) => findings.length > 0)
    .sort((a, b) => pointsOf(b.findings) - pointsOf(a.findings) || (a.file < b.file ? -1 : 1))
    .slice(0, most);
}

/** Findings of some file, rule or principle, under that name, in order of appearance. */
export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
