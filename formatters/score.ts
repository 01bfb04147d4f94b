import { principles, type PrincipleId, type Tier } from '../src/principles.js';

/** Tiers in the order in which reports show them. */
export const tiers: readonly Tier[] = ['critical', 'high', 'medium'];

/** What one finding of a tier weighs. Severity does not count, or a team could raise its score by turning errors into warnings. */
export const weights: Readonly<Record<Tier, number>> = { critical: 2, high: 1, medium: 0.5 };

/** Smaller projects are scored as if they had this many lines, since one finding says little about two hundred. */
export const fewestLines = 1000;

/** How the score comes about, for whoever reads a report. */
export const formula = 'score = 100 / (1 + p), where p = points per 1,000 lines';

/** Points of findings, by the tiers of their principles. */
export function pointsOf(findings: readonly { readonly principle: PrincipleId }[]): number {
  return findings.reduce((sum, { principle }) => sum + weights[principles[principle].tier], 0);
}

/** Findings, or points, per 1,000 lines; `undefined` where no line is known. */
export function perThousand(count: number, lines: number): number | undefined {
  return lines > 0 ? (count * 1000) / lines : undefined;
}

/** The score for some points among all lines that were linted: from 100 down towards 0; `undefined` where no line is known. */
export function scoreOf(points: number, lines: number): number | undefined {
  return lines > 0 ? Math.round(100 / (1 + (points * 1000) / Math.max(lines, fewestLines))) : undefined;
}
